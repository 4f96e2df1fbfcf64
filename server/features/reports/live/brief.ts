// Cells of today gathered for rows that change often.
import { Cells, type CellKey } from '../../../domain/figures/cells.ts'
import { addFloor, emptyFloor } from '../../../domain/figures/floor.ts'
import { Gathering, toGathered, type CellFilter } from '../../../domain/figures/gather.ts'
import type { Grouping } from '../../../domain/figures/keys.ts'
import type { Place } from '../../../domain/figures/places.ts'
import { shareOf, type Figures } from '../../../domain/figures/summary.ts'
import type { OfficeSettings } from '../../../domain/settings.ts'
import type { BriefFigures } from '../../../protocol/figures-live.ts'
import type { TodayCells } from './today.ts'

const ALL: CellFilter = {
  services: null,
  categories: null,
  programmes: null,
  channels: null,
  agents: null,
  outcomes: null,
  kind: null,
  flagged: 'with',
}

/** From which a wait is too long in this office, in minutes. */
export function targetOf({ policy }: OfficeSettings): number {
  return policy.thresholds.wait.tooLongMinutes
}

export interface OfficeToday {
  readonly office: string
  readonly today: TodayCells
}

/** Today of these offices, split. */
export function gathered(offices: readonly OfficeToday[], by: readonly Grouping[]): Gathering {
  const gathering = new Gathering(ALL, by)
  for (const { office, today } of offices) {
    const { day, settings, cells, floors } = today
    const targetMinutes = targetOf(settings)
    const place: Place = { office, targetMinutes, day, month: day.slice(0, 7), dayInSlot: null }
    for (const { key, cell } of cells.values()) gathering.sumsFor(place, key)?.merge(cell)
    for (const [slot, floor] of floors) gathering.takeFloor(place, slot, floor)
  }
  return gathering
}

/** By programme and outcome alone: all that the province tells apart of an office. Made once of its day. */
export function coarsened(today: TodayCells): TodayCells {
  const known = coarse.get(today)
  if (known) return known
  const cells = new Cells()
  for (const { key, cell } of today.cells.values()) {
    const { programme, outcome } = key
    cells.at({ ...WHOLE, programme, outcome }).merge(cell)
  }
  const floor = emptyFloor()
  for (const each of today.floors.values()) addFloor(floor, each)
  const made = { ...today, cells, floors: new Map([[0, floor]]) }
  coarse.set(today, made)
  return made
}

const coarse = new WeakMap<TodayCells, TodayCells>()
const WHOLE: CellKey = {
  ...{ slot: 0, service: '', programme: '', category: '' },
  ...{ channel: '', kind: '', outcome: '', flagged: false, agent: '' },
}

export interface BriefGroup {
  readonly key: string
  readonly figures: BriefFigures
  readonly transactions: number
}

export function briefGroups(offices: readonly OfficeToday[], by: Grouping): BriefGroup[] {
  return toGathered(gathered(offices, [by]), null).groups.flatMap(({ keys: [key], figures }) =>
    key === undefined
      ? []
      : [{ key, figures: brief(figures), transactions: figures.counts.transactions }],
  )
}

export function brief({ counts, spreads, shares }: Figures): BriefFigures {
  const { visits, served, left, noShow, closed, notCome, stillHere, stillExpected } = counts
  return {
    counts: { visits, served, left, noShow, closed, notCome, stillHere, stillExpected },
    wait: spreads.wait,
    timeToLeave: spreads.timeToLeave,
    serviceTime: spreads.serviceTime,
    withinTarget: shares.withinTarget ?? shareOf(0, 0),
    withinTargetServed: shares.withinTargetServed ?? shareOf(0, 0),
  }
}
