// The columns of tables of figures: which figure, which part of it, how it is written, and whether
// more of it is worse.
import type { FigureSet, Language, Spread } from '#protocol'
import type { CountKey, ShareKey, SpreadKey } from '#protocol'
import { countText, lengthText, shareText } from './figure-text.ts'

/** What a column shows of a spread. */
export type Part = 'n' | 'mean' | 'p50' | 'p80' | 'p90' | 'max'

export type Column = { readonly id: string } & (
  | { readonly kind: 'spread'; readonly key: SpreadKey; readonly part: Part }
  | { readonly kind: 'share'; readonly key: ShareKey }
  | { readonly kind: 'count'; readonly key: CountKey }
)

export const spread = (key: SpreadKey, part: Part): Column => ({
  id: `${key}-${part}`,
  kind: 'spread',
  key,
  part,
})
export const share = (key: ShareKey): Column => ({ id: `${key}-share`, kind: 'share', key })
export const count = (key: CountKey): Column => ({ id: key, kind: 'count', key })

/** The figure itself; null: not known. Lengths in ms, shares from 0 to 1. */
export function valueOf(column: Column, figures: FigureSet): number | null {
  switch (column.kind) {
    case 'spread':
      return partOf(figures.spreads[column.key], column.part)
    case 'share':
      return figures.shares[column.key]?.share ?? null
    case 'count':
      return figures.counts[column.key]
  }
}

const partOf = (figures: Spread, part: Part): number | null => figures[part]

/** As people read it. */
export function textOf(column: Column, value: number | null, language: Language): string {
  if (column.kind === 'share') return shareText(value, language)
  if (column.kind === 'spread' && column.part !== 'n') return lengthText(value)
  return countText(value, language)
}

/** Which end of a column is the worse one: where a table sorted by it begins. */
export function worseIsMore(column: Column): boolean {
  return !(column.kind === 'share' && BETTER_HIGH.has(column.key))
}
const BETTER_HIGH: ReadonlySet<ShareKey> = new Set([
  'withinTarget',
  'withinTargetServed',
  'firstVisit',
  'clean',
  'utilisation',
  'occupancy',
])

export interface Sorting {
  readonly by: string
  readonly isDescending: boolean
}

/** Sorted by a value; what is not known comes last, whichever way. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => number | string | null,
  isDescending: boolean,
): Row[] {
  const sign = isDescending ? -1 : 1
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    if (typeof left === 'string' || typeof right === 'string')
      return sign * String(left).localeCompare(String(right))
    return sign * (left - right)
  })
}
