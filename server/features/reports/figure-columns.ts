// The columns of a file of figures: of one period, or each figure of two and their difference. A length is in
// minutes, to the hundredth; a share in per cent, and its difference in points.
import type { CountKey, Grouping, ShareKey, SpreadKey } from '../../domain/figures/keys.ts'
import { Summary } from '../../domain/figures/summary.ts'
import type { Language } from '../../domain/settings.ts'
import type { FigureAnswer, FigureSet } from '../../protocol/figures.ts'
import { inLanguage, periodName, type CellValue } from '../files/sheet.ts'
import type { Period } from './about-sheet.ts'
import { FILE_WORDS as WORDS, figureName } from './file-words.ts'

/** Figures of one group in both periods; null: the period has no such group, or is not asked for. */
export interface Pair {
  readonly now: FigureSet | null
  readonly before: FigureSet | null
}

export interface Column {
  readonly heading: string
  of(pair: Pair): CellValue
}

interface OneFigure {
  readonly name: string
  /** What it is in, written behind its name; `differsIn` the same of its difference. */
  readonly unit?: string
  readonly differsIn?: string
  of(figures: FigureSet): number | null
}

/** ms as minutes, to the hundredth. */
export const minutes = (ms: number | null): number | null =>
  ms === null ? null : hundredths(ms / 60_000)

const hundredths = (value: number): number => Math.round(value * 100) / 100

const COUNTED: readonly CountKey[] = [
  ...(['visits', 'served', 'left', 'noShow', 'closed', 'notCome', 'stillHere'] as const),
  ...(['people', 'transactions', 'flagged'] as const),
]
const SPREAD: readonly SpreadKey[] = [
  ...(['wait', 'timeToLeave', 'preTicket', 'callToDesk', 'serviceTime'] as const),
  ...(['handleTime', 'holdTime', 'timeInOffice'] as const),
]
const SHARED: readonly ShareKey[] = [
  ...(['withinTarget', 'withinTargetServed', 'noShow', 'left', 'firstVisit', 'clean'] as const),
]

function figuresIn(language: Language): OneFigure[] {
  const said = (key: keyof typeof WORDS): string => WORDS[key][language]
  const counts = COUNTED.map((key) => ({
    name: figureName(key, 'count', language),
    of: (figures: FigureSet) => figures.counts[key],
  }))
  const spreads = SPREAD.flatMap((key): OneFigure[] => {
    const name = figureName(key, 'spread', language) + colon(language)
    const length = (what: string, part: 'mean' | 'p50' | 'p80' | 'p90' | 'max'): OneFigure => ({
      ...{ name: name + what, unit: said('minutes'), differsIn: said('minutes') },
      of: (figures) => minutes(figures.spreads[key][part]),
    })
    return [
      { name: name + said('known'), of: (figures) => figures.spreads[key].n },
      length(said('mean'), 'mean'),
      ...(['p50', 'p80', 'p90'] as const).map((part) => length(part.toUpperCase(), part)),
      length(said('max'), 'max'),
    ]
  })
  const shares = SHARED.flatMap((key): OneFigure[] => {
    const name = figureName(key, 'share', language)
    return [
      {
        ...{ name, unit: '%', differsIn: said('points') },
        of: ({ shares: { [key]: of } }) => {
          return of === null || of.share === null ? null : hundredths(of.share * 100)
        },
      },
      {
        name: `${name}${colon(language)}${said('of')}`,
        of: (figures) => figures.shares[key]?.denominator ?? null,
      },
    ]
  })
  return [...counts, ...spreads, ...shares]
}

const colon = (language: Language): string => inLanguage(language, ': ', '\u00a0: ')
const withUnit = (name: string, unit?: string): string =>
  unit === undefined ? name : `${name} (${unit})`

/** A column a figure, of the period that is looked at. */
export function columnsOfOne(language: Language): Column[] {
  return figuresIn(language).map(({ name, unit, of }) => ({
    heading: withUnit(name, unit),
    of: ({ now }) => now && of(now),
  }))
}

/** Three columns a figure: of the period, of the other one, which is named, and the difference. */
export function comparedColumns(other: Period, language: Language): Column[] {
  const [from, last] = periodName(other)
  const period = inLanguage(language, `${from} to ${last}`, `du ${from} au ${last}`)
  return figuresIn(language).flatMap(({ name, unit, differsIn, of }): Column[] => {
    const also = name + colon(language)
    return [
      { heading: withUnit(name, unit), of: ({ now }) => now && of(now) },
      { heading: withUnit(also + period, unit), of: ({ before }) => before && of(before) },
      {
        heading: withUnit(also + WORDS.difference[language], differsIn),
        of: ({ now, before }) => differenceOf(now && of(now), before && of(before)),
      },
    ]
  })
}

/** Unknown where either is. */
function differenceOf(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : hundredths(now - before)
}

/** Days, weeks and months are of one period alone; a service that nobody asked for in the other had 0 visits. */
const OF_ONE_PERIOD: ReadonlySet<Grouping> = new Set(['day', 'week', 'month'])
const NOTHING: FigureSet = new Summary(null, null).figures()

/** The groups of both periods: first those of `now`, then those that only the other one has. */
export function pairsOf(
  now: FigureAnswer,
  before: FigureAnswer | null,
): { keys: readonly string[]; pair: Pair }[] {
  const missing = now.by.some((by) => OF_ONE_PERIOD.has(by)) ? null : NOTHING
  const nameOf = (keys: readonly string[]): string => JSON.stringify(keys)
  const earlier = new Map(before?.groups.map((group) => [nameOf(group.keys), group.figures]))
  const current = now.groups.map(({ keys, figures }) => {
    const other = before && (earlier.get(nameOf(keys)) ?? missing)
    return { keys, pair: { now: figures, before: other } }
  })
  const known = new Set(now.groups.map(({ keys }) => nameOf(keys)))
  const onlyBefore = (before?.groups ?? []).filter(({ keys }) => !known.has(nameOf(keys)))
  return [
    ...current,
    ...onlyBefore.map(({ keys, figures }) => ({ keys, pair: { now: missing, before: figures } })),
  ]
}
