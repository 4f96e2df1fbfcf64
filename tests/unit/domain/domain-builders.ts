// Builders for tests of the rules: an office, and a way to ask it for things minute by minute.
import type { Command } from '../../../server/domain/commands.ts'
import { decide, type Decision } from '../../../server/domain/decide.ts'
import type { Fact } from '../../../server/domain/facts.ts'
import type { OfficeSettings, Policy } from '../../../server/domain/settings.ts'
import { USUAL_POLICY } from '../../../server/domain/settings-upcast.ts'
import { emptyOffice, findVisit, type OfficeState } from '../../../server/domain/state.ts'
import type { Visit } from '../../../server/domain/visit.ts'

export const MINUTE = 60_000
/** 09:00 in Vancouver on 2 June 2026. */
export const OPENING = Date.parse('2026-06-02T16:00:00Z')

const words = (text: string) => ({ en: text, fr: text })

export function someSettings(policy: Partial<Policy> = {}): OfficeSettings {
  return {
    name: words('Test'),
    sign: 'TST',
    timeZone: 'America/Vancouver',
    reception: true,
    programmes: [{ code: 'p', name: words('P') }],
    categories: [{ code: 'c', name: words('C') }],
    services: [
      { code: 'licence', prefix: 'A', category: 'c', programme: 'p', name: words('Licence') },
      { code: 'health', prefix: 'H', category: 'c', programme: 'p', name: words('Health') },
      { code: 'tax', prefix: 'A', category: 'c', programme: 'p', name: words('Tax') },
    ],
    counters: ['1', '2', '3', '4'].map((code) => ({ code, name: words(code) })),
    counterKinds: [],
    outcomes: [],
    reasons: { hold: [], away: [], reorder: [], correction: [] },
    policy: { ...USUAL_POLICY, ...policy },
  }
}

/** An office that is asked by the minute and remembers everything. */
export class TestOffice {
  state: OfficeState
  readonly facts: Fact[] = []
  private visits = 0

  constructor(settings = someSettings(), code = 'test') {
    this.state = emptyOffice(code)
    this.ask('seed', 0, { do: 'configure', settings })
  }

  /** Asks as `agent` (or device), `minute` minutes after opening. */
  ask(agent: string, minute: number, command: Command, mayOverrule = false): Decision {
    const kind = agent === 'kiosk' ? 'device' : agent === 'citizen' ? 'citizen' : 'staff'
    const now = OPENING + minute * MINUTE
    const actor = { kind, id: agent } as const
    const decision = decide(this.state, command, { actor, now, mayOverrule })
    if (decision.ok) {
      this.state = decision.state
      this.facts.push(...decision.facts)
    }
    return decision
  }

  /** Somebody arrives; returns the visit's id. */
  arrive(
    minute: number,
    service = 'licence',
    more: Partial<Extract<Command, { do: 'arrive' }>> = {},
  ): string {
    this.visits += 1
    const visit = `v${this.visits}`
    const decision = this.ask('kiosk', minute, {
      do: 'arrive',
      visit,
      requests: [{ service, channel: 'in-person', quantity: 1 }],
      language: 'en',
      priority: 'normal',
      via: 'kiosk',
      ...more,
    })
    if (!decision.ok) throw new Error(decision.refusal.code)
    return visit
  }

  visit(id: string): Visit {
    const found = findVisit(this.state, id)
    if (!found) throw new Error(`no visit ${id}`)
    return found
  }
}

/** The code of a refusal, or null when it happened. */
export function refused(decision: Decision): string | null {
  return decision.ok ? null : decision.refusal.code
}
