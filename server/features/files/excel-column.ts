// The columns of a sheet of Excel, from what stands in them: how wide each is, and how its numbers are written.
import type { CellValue } from './sheet.ts'

/** Widths of columns, in characters; longer texts and headings go over several lines. */
const NARROWEST = 9
export const WIDEST = 60
const HEADING = 14

/** A rate is in hundredths of a cent and a length in ms; nothing here has more decimals. */
const MOST_DECIMALS = 8

export interface Column {
  /** In characters. */
  readonly width: number
  /** Numbers alone, or nothing that is known: its heading stands over them, to the right. */
  readonly isOfNumbers: boolean
  /** How all of its numbers are written: with the decimals that any of them has, and two at least if any. */
  readonly decimals: number
}

export function columnOf(
  heading: string,
  rows: readonly (readonly CellValue[])[],
  index: number,
): Column {
  const parts = rows.reduce((most, row) => Math.max(most, decimalsOf(row[index])), 0)
  const decimals = parts === 0 ? 0 : Math.max(parts, 2)
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[index], decimals)), 0)
  const words = Math.max(...heading.split(/[ \u00a0]/).map((word) => word.length))
  const least = Math.max(NARROWEST, words, Math.min(heading.length, HEADING))
  return {
    width: Math.min(Math.max(longest, least) + 2, WIDEST),
    isOfNumbers:
      rows.some((row) => typeof row[index] === 'number') ||
      (rows.length > 0 && rows.every((row) => row[index] === null)),
    decimals,
  }
}

/** How many lines a text takes in a column of that width, word by word. */
export function linesOf(text: string, width: number): number {
  if (text.length <= width - 2 && !text.includes('\n')) return 1
  return text.split('\n').reduce((sum, line) => sum + linesOfOne(line, width), 0)
}

function linesOfOne(text: string, width: number): number {
  let [lines, used] = [1, 0]
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > width - 2) [lines, used] = [lines + 1, length]
    else used += (used > 0 ? 1 : 0) + length
  }
  return lines
}

function decimalsOf(cell: CellValue | undefined): number {
  if (typeof cell !== 'number' || Number.isInteger(cell)) return 0
  const [, decimals = ''] = cell.toFixed(MOST_DECIMALS).split('.')
  return decimals.replace(/0+$/, '').length
}

/** As it is written: thousands are apart, and a number with decimals has them all. */
function lengthOf(cell: CellValue | undefined, decimals: number): number {
  if (cell === null || cell === undefined) return 0
  if (typeof cell === 'string') return cell.length
  const digits = Math.trunc(Math.abs(cell)).toString().length
  const apart = Math.floor((digits - 1) / 3)
  return digits + apart + (cell < 0 ? 1 : 0) + (decimals > 0 ? 1 + decimals : 0)
}
