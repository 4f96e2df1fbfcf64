// The province in one look: one row an office, one for all of them together, one a programme.
import { openCountersNow } from '../../../domain/figures/open-counters.ts'
import { lineOf } from '../../../domain/figures/line.ts'
import { toGathered } from '../../../domain/figures/gather.ts'
import { openingAt } from '../../../domain/opening-hours.ts'
import type { OfficeState } from '../../../domain/state.ts'
import type {
  ProgrammeFiguresRow,
  ProvinceFigures,
  ProvinceOfficeRow,
  ProvinceRow,
} from '../../../protocol/figures-live.ts'
import { brief, briefGroups, coarsened, gathered, targetOf, type OfficeToday } from './brief.ts'
import type { Today, TodayCells } from './today.ts'

/** `now`: UTC ms. Offices that are not configured are left out. */
export function provinceRows(
  today: Today,
  states: readonly OfficeState[],
  now: number,
): ProvinceFigures[] {
  const offices = states.flatMap((state) => {
    const cells = today.of(state, now)
    return cells ? [{ state, office: state.office, today: coarsened(cells) }] : []
  })
  const rows = offices.map((each) => officeRow(each.state, each.today, now))
  return [provinceRow(rows, offices), ...rows, ...programmeRows(offices)]
}

function officeRow(state: OfficeState, today: TodayCells, now: number): ProvinceOfficeRow {
  const { settings } = today
  const { waiting, tooLong, longestSince } = lineOf(state, settings.policy, now)
  return {
    id: `office:${state.office}`,
    kind: 'office',
    office: state.office,
    name: settings.name,
    region: settings.region?.code ?? null,
    isOpen: openingAt(settings.hours, settings.timeZone, now).isOpen,
    ...{ waiting, tooLong },
    longestSince: longestSince === null ? null : new Date(longestSince).toISOString(),
    openCounters: openCountersNow(state),
    targetMinutes: targetOf(settings),
    figures: brief(toGathered(gathered([{ office: state.office, today }], []), null).total),
  }
}

function provinceRow(
  rows: readonly ProvinceOfficeRow[],
  offices: readonly OfficeToday[],
): ProvinceRow {
  const sum = (of: (row: ProvinceOfficeRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0)
  return {
    id: 'province',
    kind: 'province',
    offices: rows.length,
    waiting: sum(({ waiting }) => waiting),
    tooLong: sum(({ tooLong }) => tooLong),
    openCounters: sum(({ openCounters }) => openCounters),
    figures: brief(toGathered(gathered(offices, []), null).total),
  }
}

function programmeRows(offices: readonly OfficeToday[]): ProgrammeFiguresRow[] {
  const programmes = offices.flatMap(({ today }) => today.settings.programmes)
  const names = new Map(programmes.map(({ code, name }) => [code, name]))
  return briefGroups(offices, 'programme')
    .filter(({ key }) => key !== '')
    .map(({ key, figures, transactions }) => ({
      id: `programme:${key}`,
      kind: 'programme',
      programme: key,
      name: names.get(key) ?? { en: key, fr: key },
      transactions,
      figures,
    }))
}
