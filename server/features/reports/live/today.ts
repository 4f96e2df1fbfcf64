// Today of an office in cells, out of what the server holds in memory: no query on the way of a commit.
import type { Database } from '../../../db/connect.ts'
import { loadFloor } from '../../../db/office-days.ts'
import { agentsOfDay, SIGNED_IN_WITHIN } from '../../../domain/figures/agents-of-day.ts'
import type { AgentSegment } from '../../../domain/figures/agent-day.ts'
import { cellsOfDay, type DayCells } from '../../../domain/figures/of-day.ts'
import type { Fact } from '../../../domain/facts.ts'
import { nextDay, officeDay, startOfDay } from '../../../domain/office-time.ts'
import type { OfficeSettings } from '../../../domain/settings.ts'
import type { OfficeState } from '../../../domain/state.ts'
import type { Commit } from '../../../office/asking.ts'

const DAY = 24 * 3_600_000
/** How long what was worked out stands while nothing happens, ms. */
const STANDS_FOR = 60_000

export interface TodayCells extends DayCells {
  readonly day: string
  readonly settings: OfficeSettings
  readonly agents: readonly AgentSegment[]
}

interface Known {
  /** What agents said of themselves, and who was at the door, of today and a week before. */
  facts: Fact[]
  /** The day from which facts are there. */
  readonly day: string
}

export class Today {
  private readonly db: Database
  private readonly known = new Map<string, Known>()
  private readonly loading = new Map<string, Promise<void>>()
  private readonly cells = new Map<string, { state: OfficeState; now: number; cells: TodayCells }>()

  constructor(db: Database) {
    this.db = db
  }

  /** Has to be called, and waited for, before an office is first asked for. */
  async open({ office, settings, seq }: OfficeState, now: number): Promise<void> {
    if (this.known.has(office)) return
    const loading = this.loading.get(office) ?? this.load(office, settings, seq, now)
    this.loading.set(office, loading)
    await loading
  }

  private async load(
    office: string,
    settings: OfficeState['settings'],
    seq: number,
    now: number,
  ): Promise<void> {
    try {
      const day = officeDay(now, settings?.timeZone ?? 'UTC')
      // What is committed while this is read comes by `follow`, or is read: never both.
      const later: Fact[] = []
      this.known.set(office, { facts: later, day })
      const facts = await loadFloor(this.db.reader, office, day, nextDay(day))
      const last = Math.max(seq, facts.at(-1)?.seq ?? 0)
      const known = this.known.get(office)
      const since = known?.facts.filter((fact) => fact.seq > last) ?? []
      this.known.set(office, { facts: [...facts, ...since], day })
    } catch (error) {
      this.known.delete(office)
      throw error
    } finally {
      this.loading.delete(office)
    }
  }

  /** To be told of every commit. */
  follow({ office, facts }: Commit): void {
    const known = this.known.get(office)
    if (!known) return
    const own = facts.filter(
      ({ body }) => body.type.startsWith('agent-') || body.type === 'door-counted',
    )
    const last = own.at(-1)
    if (!last) return
    // As many days as are read at first: a server runs for months.
    const since = last.at - SIGNED_IN_WITHIN - 2 * DAY
    known.facts = [...known.facts.filter(({ at }) => at >= since), ...own]
  }

  /** Null for an office that is not configured. `now`: UTC ms. */
  of(state: OfficeState, now: number): TodayCells | null {
    const { office, settings } = state
    if (!settings) return null
    const made = this.cells.get(office)
    // Of an office where nothing happens only time goes on: its means and levels may be a little old.
    if (made?.state === state && now - made.now < STANDS_FOR) return made.cells
    const zone = settings.timeZone
    const day = officeDay(now, zone)
    const span = { from: startOfDay(day, zone), to: startOfDay(nextDay(day), zone) }
    const visits = [...state.visits.values(), ...state.ended.values()].filter(
      ({ number }) => number.day === day,
    )
    const facts = this.known.get(office)?.facts ?? []
    const agents = agentsOfDay(visits, facts, { ...span, now }) ?? []
    const door = facts.flatMap(({ at, body }) =>
      body.type === 'door-counted' && at >= span.from ? [{ at, people: body.people }] : [],
    )
    const parts = { day, zone, settings, visits, agents, door, now }
    const cells = { ...cellsOfDay(parts), day, settings, agents }
    this.cells.set(office, { state, now, cells })
    return cells
  }
}
