// What a report looks at, as it stands in the address: the same names as the server's, so that a copied
// address says what was seen. Whatever makes no sense there is left out.
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { CHANNELS, type FigureFilter } from '#protocol'
import { OUTCOMES } from '#protocol'
import { isDay, periodOf, periodProblem, type Period } from './days.ts'

/** The parts of a filter that are lists of codes. */
export const LISTS = [
  'offices',
  'services',
  'categories',
  'programmes',
  'agentGroups',
  'agents',
] as const
export type ListName = (typeof LISTS)[number]

/** `today`: of the office; the last four weeks are looked at unless the address says otherwise. */
export function readFilter(query: LocationQuery, today: string): FigureFilter {
  const outcomes = OUTCOMES.filter((each) => listIn(query, 'outcomes').includes(each))
  const channels = CHANNELS.filter((each) => listIn(query, 'channels').includes(each))
  const kind = oneOf(query, 'kind', ['walk-in', 'booked'] as const)
  const flagged = oneOf(query, 'flagged', ['without', 'only'] as const)
  const region = textIn(query, 'region')
  const target = Number(textIn(query, 'targetMinutes') ?? Number.NaN)
  return {
    ...readPeriod(query, today),
    ...Object.fromEntries(
      LISTS.map((name) => [name, listIn(query, name)] as const).filter(
        ([, list]) => list.length > 0,
      ),
    ),
    ...(outcomes.length > 0 && { outcomes }),
    ...(channels.length > 0 && { channels }),
    ...(kind && { kind }),
    ...(flagged && { flagged }),
    ...(region !== null && { region }),
    ...(Number.isInteger(target) && target >= 1 && target <= 100 && { targetMinutes: target }),
  }
}

function readPeriod(query: LocationQuery, today: string): Period {
  return periodIn(query) ?? periodOf('four-weeks', today)
}

/** Null: the address names none, or none that makes sense. */
export function periodIn(query: LocationQuery): Period | null {
  const [from, to] = [textIn(query, 'from'), textIn(query, 'to')]
  if (from === null || to === null || !isDay(from) || !isDay(to)) return null
  return periodProblem({ from, to }) === null ? { from, to } : null
}

/** Whether a report is of some of the visits of its period: there may be none for that alone. */
export const isNarrowed = ({
  from: _from,
  to: _to,
  targetMinutes: _target,
  ...rest
}: FigureFilter): boolean => Object.values(rest).some((value) => value !== undefined)

/** The same as part of an address. */
export function filterQuery(filter: FigureFilter): LocationQueryRaw {
  return Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  )
}

export function textIn(query: LocationQuery, name: string): string | null {
  const value = query[name]
  const first = Array.isArray(value) ? value[0] : value
  return first === undefined || first === null || first === '' ? null : first
}

export const listIn = (query: LocationQuery, name: string): string[] =>
  (textIn(query, name) ?? '').split(',').filter((each) => each !== '')

export function oneOf<T extends string>(
  query: LocationQuery,
  name: string,
  choices: readonly T[],
): T | null {
  const text = textIn(query, name)
  return choices.find((each) => each === text) ?? null
}
