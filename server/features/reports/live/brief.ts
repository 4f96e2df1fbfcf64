// Cells of today gathered for rows that change often.
import {
  Gathering,
  toGathered,
  type CellFilter,
  type Place,
} from '../../../domain/figures/gather.ts'
import type { Grouping } from '../../../domain/figures/keys.ts'
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
    const place: Place = { office, targetMinutes, day, month: day.slice(0, 7), hasWeekdays: false }
    for (const { key, cell } of cells.all()) gathering.sumsFor(place, key)?.merge(cell)
    for (const [slot, floor] of floors) gathering.takeFloor(place, slot, floor)
  }
  return gathering
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
