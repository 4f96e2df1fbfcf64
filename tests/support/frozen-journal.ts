// Made tests/fixtures/journal-v1.json, once: the facts of a busy little day with every type of fact
// of version 1, and the state they amount to. Kept to show how; the file itself is never edited or
// made again, since it stands for what installations of that version have in their databases.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../../server/domain/commands.ts'
import { decide } from '../../server/domain/decide.ts'
import { FACT_VERSION, type Fact } from '../../server/domain/facts.ts'
import { SAMPLE_OFFICES } from '../../server/cli/province/offices.ts'
import { emptyOffice, type OfficeState } from '../../server/domain/state.ts'
import { OPENING, MINUTE } from './seeded.ts'

export const FROZEN = join(import.meta.dirname, '..', 'fixtures', 'journal-v1.json')

/** A state as plain data, as JSON would have it. */
export function plainState(state: OfficeState): unknown {
  const { agents, visits, ended, ...rest } = state
  const plain = { ...rest, agents: agents.toJS(), visits: visits.toJS(), ended: ended.toJS() }
  return JSON.parse(JSON.stringify(plain))
}

const asked = (service: string) => ({ service, channel: 'in-person', quantity: 1 }) as const
const arrive = (visit: string, ...services: string[]): Command => ({
  do: 'arrive',
  visit,
  requests: services.map(asked),
  language: visit === 'v2' ? 'fr' : 'en',
  priority: visit === 'v3' ? 'priority' : 'normal',
  via: visit === 'v4' ? 'greeter' : 'kiosk',
})

const DAY: [minute: number, actor: string, command: Command][] = [
  [1, 'kiosk', arrive('v1', 'driver-licence')],
  [2, 'kiosk', arrive('v2', 'health-card', 'notary')],
  [3, 'kiosk', arrive('v3', 'property-tax')],
  [4, 'ann', arrive('v4', 'driver-licence')],
  [5, 'kiosk', arrive('v5', 'identity-card')],
  [6, 'ann', { do: 'take-counter', counter: '1', services: ['driver-licence', 'health-card'] }],
  [7, 'bob', { do: 'take-counter', counter: '2' }],
  [8, 'ann', { do: 'call-next', counter: '1' }],
  [9, 'ann', { do: 'recall', visit: 'v1' }],
  [10, 'ann', { do: 'begin', visit: 'v1' }],
  [11, 'ann', { do: 'add-request', visit: 'v1', request: asked('notary') }],
  [12, 'ann', { do: 'switch-request', visit: 'v1', request: 1 }],
  [13, 'ann', { do: 'change', visit: 'v1', request: { id: 1, quantity: 3 }, details: true }],
  [14, 'ann', { do: 'finish', visit: 'v1', quantity: 2, outcome: 'renewed', timesWrong: true }],
  [15, 'bob', { do: 'call-next', counter: '2' }],
  [16, 'bob', { do: 'hold', visit: 'v3', reason: 'photo', backAt: OPENING + 30 * MINUTE }],
  [17, 'bob', { do: 'call', visit: 'v2' }],
  [18, 'bob', { do: 'return', visit: 'v2', place: 'first' }],
  [19, 'bob', { do: 'change', visit: 'v5', priority: 'priority' }],
  [
    20,
    'bob',
    { do: 'transfer', visit: 'v4', to: { service: 'notary', counter: '2' }, place: 'last' },
  ],
  [21, 'bob', { do: 'call', visit: 'v5' }],
  [22, 'bob', { do: 'no-show', visit: 'v5' }],
  [23, 'bob', { do: 'bring-back', visit: 'v5', place: 'last' }],
  [24, 'bob', { do: 'leave', visit: 'v5', by: 'citizen' }],
  [25, 'bob', { do: 'begin', visit: 'v3' }],
  [26, 'bob', { do: 'finish', visit: 'v3' }],
  [26, 'bob', { do: 'undo', visit: 'v3' }],
  [27, 'bob', { do: 'finish', visit: 'v3' }],
  [28, 'bob', { do: 'change-availability', availability: 'break' }],
  [29, 'ann', { do: 'sign-off' }],
  [30, 'kiosk', arrive('v6', 'payments')],
  [24 * 60, 'night', { do: 'close-day', day: '2026-06-03' }],
]

/** Writes the file. Not called by any test. */
export function freeze(): void {
  let state = emptyOffice('victoria')
  const facts: Fact[] = []
  const settings = SAMPLE_OFFICES[0]?.settings
  if (!settings) throw new Error('no sample office')
  for (const [minute, id, command] of [
    [0, 'seed', { do: 'configure', settings }] as const,
    ...DAY,
  ]) {
    const by = {
      actor: { kind: 'staff', id },
      now: OPENING + minute * MINUTE,
      mayOverrule: false,
    } as const
    const decision = decide(state, command, by)
    if (!decision.ok) throw new Error(`${minute}: ${decision.refusal.code}`)
    state = decision.state
    facts.push(...decision.facts)
  }
  const content = {
    about: 'Never edit: facts as version 1 wrote them, and the state they amounted to then.',
    version: FACT_VERSION,
    facts,
    state: plainState(state),
  }
  writeFileSync(FROZEN, `${JSON.stringify(content, null, 1)}\n`)
}
