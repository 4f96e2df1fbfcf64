// Figures as they happen: who may watch them, and when they are told. After each commit, and at the
// very instant at which a threshold is crossed or a half hour begins; nothing polls.
import type { Clock } from '../../../clock.ts'
import { may, mayEnter, regionOf, type Party } from '../../../domain/permissions.ts'
import { placeOf } from '../../../domain/state.ts'
import { AppError } from '../../../errors.ts'
import type { RowPublisher } from '../../../live/row-publisher.ts'
import type { Commit, Snapshot } from '../../../office/asking.ts'
import type { Watched } from '../../../protocol/events.ts'
import type { ManagerRow } from '../../../protocol/figures-live.ts'
import type { Commands } from '../../commands.ts'
import { Stretches } from '../stretches.ts'
import { managerRows, nextCrossing } from './manager-rows.ts'
import { Paced } from './paced.ts'
import { provinceRows } from './province-rows.ts'
import type { Today } from './today.ts'

/** How soon after one telling the next may follow, ms. The first is at once. */
const PAUSE = { manager: 100, province: 1_000 } as const
const HALF_HOUR = 30 * 60_000

/** How much of an office somebody may see: with agents by name, with people’s tickets, or figures. */
const LEVELS = ['own', 'visits', 'figures'] as const
type Level = (typeof LEVELS)[number]

export interface FiguresLiveParts {
  readonly publisher: RowPublisher
  readonly today: Today
  readonly clock: Clock
  readonly commands: Commands
  /** Every office in memory, as committed and told. */
  readonly offices: () => Snapshot[]
  readonly nameOf: (staff: string) => string | null
}

export class FiguresLive {
  private readonly parts: FiguresLiveParts
  private readonly paced = new Paced()
  private readonly timers = new Map<string, () => void>()
  /** Regions that are, or were, watched; empty: all offices. */
  private readonly regions = new Set<string>()

  constructor(parts: FiguresLiveParts) {
    this.parts = parts
  }

  /** To be told of every commit. */
  follow(commit: Commit): void {
    const { office } = commit
    this.parts.today.follow(commit)
    if (this.isWatched(office)) {
      this.paced.run(`office ${office}`, PAUSE.manager, () => {
        this.tellOffice(office)
      })
    }
    this.tellRegionsSoon()
  }

  /** Throws `sign-in-needed`, `not-allowed`, `not-your-office`, `office-unknown`. */
  async watchOffice(
    party: Party | null,
    office: string,
    join: (room: string) => void,
  ): Promise<Watched> {
    const { commands, today, clock, publisher } = this.parts
    const level = levelOf(allowed(party), office)
    await today.open((await commands.enter(allowed(party), office)).state, clock.now())
    // As it is now: it may have changed while today was read. From here on nothing waits.
    const state = this.find(office)?.state
    if (!state) throw new AppError('office-unknown', { details: { office } })
    const rows = this.rows(state, level)
    const room = roomOf(office, level)
    const view = publisher.view(room, 'manager', office, rows)
    join(room)
    this.wake(office)
    return { ok: true, view }
  }

  /** Null: every office within the party’s scope. Throws as `watchOffice`. */
  async watchProvince(
    party: Party | null,
    region: string | null,
    join: (room: string) => void,
  ): Promise<Watched> {
    const { publisher, today, clock } = this.parts
    const who = allowed(party)
    const bound = regionOf(who)
    if (who.office !== null) throw new AppError('not-allowed')
    if (bound !== null && region !== null && region !== bound) throw new AppError('not-your-office')
    const watched = region ?? bound ?? ''
    for (const { state } of this.within(watched)) await today.open(state, clock.now())
    await this.makeDays(watched)
    this.regions.add(watched)
    const room = roomOfRegion(watched)
    const view = publisher.view(room, 'province', watched, this.rowsOfRegion(watched))
    join(room)
    this.wakeRegion(watched)
    return { ok: true, view }
  }

  stop(): void {
    this.paced.stop()
    for (const cancel of this.timers.values()) cancel()
    this.timers.clear()
  }

  private isWatched(office: string): boolean {
    return LEVELS.some((level) => this.parts.publisher.isWatched(roomOf(office, level)))
  }

  private find(office: string): Snapshot | undefined {
    return this.parts.offices().find(({ state }) => state.office === office)
  }

  private within(region: string): Snapshot[] {
    return this.parts
      .offices()
      .filter(({ state }) => region === '' || placeOf(state).region === region)
  }

  private tellOffice(office: string): void {
    const state = this.find(office)?.state
    if (!state || !this.isWatched(office)) return
    const rows = this.rows(state, 'own')
    for (const level of LEVELS) {
      this.parts.publisher.publish(roomOf(office, level), seenAt(level, rows))
    }
    this.wake(office)
  }

  private tellRegionsSoon(): void {
    for (const region of this.regions) {
      const room = roomOfRegion(region)
      if (!this.parts.publisher.isWatched(room)) continue
      this.paced.run(room, PAUSE.province, () => {
        void this.makeDays(region).then(() => {
          this.parts.publisher.publish(room, this.rowsOfRegion(region))
          this.wakeRegion(region)
        })
      })
    }
  }

  /** Works out the days of a region's offices one by one: dozens at once would keep everybody waiting. */
  private async makeDays(region: string): Promise<void> {
    const { today, clock } = this.parts
    const stretches = new Stretches()
    for (const { state } of this.within(region)) {
      today.of(state, clock.now())
      await stretches.next()
    }
  }

  private rows(state: Snapshot['state'], level: Level): ManagerRow[] {
    const { today, clock, nameOf } = this.parts
    return seenAt(level, managerRows(today, state, clock.now(), nameOf))
  }

  private rowsOfRegion(region: string) {
    const states = this.within(region).map(({ state }) => state)
    return provinceRows(this.parts.today, states, this.parts.clock.now())
  }

  /** Tells again at the next crossing of a threshold or half hour, as long as anybody watches. */
  private wake(office: string): void {
    const state = this.find(office)?.state
    if (!state) return
    this.atNext(`office ${office}`, [state], () => {
      this.tellOffice(office)
    })
  }

  /** Of a region alone: none of its offices has to be watched, nor has anything to happen there. */
  private wakeRegion(region: string): void {
    const states = this.within(region).map(({ state }) => state)
    this.atNext(roomOfRegion(region), states, () => {
      this.tellRegionsSoon()
    })
  }

  private atNext(name: string, states: readonly Snapshot['state'][], run: () => void): void {
    const { clock } = this.parts
    this.timers.get(name)?.()
    const now = clock.now()
    let next = (Math.floor(now / HALF_HOUR) + 1) * HALF_HOUR
    for (const state of states) next = Math.min(nextCrossing(state, now) ?? next, next)
    const cancel = clock.at(next, () => {
      this.timers.delete(name)
      run()
    })
    this.timers.set(name, cancel)
  }
}

function allowed(party: Party | null): Party {
  if (!party) throw new AppError('sign-in-needed')
  if (!may(party, 'see-figures')) throw new AppError('not-allowed')
  return party
}

function levelOf(party: Party, office: string): Level {
  const isTheirs = party.office === office && mayEnter(party, { code: office, region: null })
  if (isTheirs) return 'own'
  return may(party, 'see-visits') ? 'visits' : 'figures'
}

/** An agent’s own day is for their manager; tickets are for those who may look at visits. */
function seenAt(level: Level, rows: readonly ManagerRow[]): ManagerRow[] {
  if (level === 'own') return [...rows]
  return rows.flatMap((row): ManagerRow[] => {
    if (row.kind === 'counter') {
      const ticket = level === 'figures' ? null : row.ticket
      return [{ ...row, agentName: null, day: null, ticket }]
    }
    const isOfVisit = row.kind === 'visit' || row.kind === 'alert'
    return isOfVisit && level === 'figures' ? [] : [row]
  })
}

const roomOf = (office: string, level: Level): string => `figures:${office}:${level}`
const roomOfRegion = (region: string): string => `province:${region}`
