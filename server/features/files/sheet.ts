// A table to take away, whatever the kind of file: headings and rows of plain cells.
import type { Language } from '../../domain/settings.ts'

/** Null: unknown, an empty cell. Numbers are written as the language writes them. */
export type CellValue = string | number | null

export interface Sheet {
  /** What the sheet is called in a workbook. */
  readonly name: string
  readonly headings: readonly string[]
  /** Made as they are read: a file of any length needs no more memory than a page of rows. */
  readonly rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>
}

/** Part of a file's name, from any text: small letters, digits and hyphens. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
}

/** `figures-2026-11-01-2026-11-30-victoria.csv`: the last day belongs to the period. */
export function fileName(parts: readonly string[], format: 'csv' | 'xlsx'): string {
  return `${parts.map(plain).filter(Boolean).join('-')}.${format}`
}

/** The first and the last day of a period whose `to` is the day after. */
export function periodName({ from, to }: { from: string; to: string }): [string, string] {
  const last = new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000)
  return [from, last.toISOString().slice(0, 10)]
}

/** `one` in English and `other` in French. */
export function inLanguage<T>(language: Language, one: T, other: T): T {
  return language === 'en' ? one : other
}
