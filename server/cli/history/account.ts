// What became of every line of a file: counted as it is read, told at the end.
import { stringify } from 'csv-stringify/sync'
import type { LineFault } from './faults.ts'
import type { Life } from './life.ts'

/** Faults that are told one by one; all of them go to --faults. */
const TOLD = 50

export interface FaultyLine {
  readonly line: number
  readonly fault: LineFault
}

export class Account {
  lines = 0
  added = 0
  phantoms = 0
  broken = 0
  /** Lines whose visit an earlier run has added, and lines that say again what another one said. */
  known = 0
  repeated = 0
  /** Lines up to here are in: what a second run need not do again. */
  safeUpTo = 1
  readonly endings = new Map<string, number>()
  readonly channels = new Map<string, number>()
  readonly setRight = new Map<string, number>()
  readonly kinds = new Map<string, number>()
  /** Days of visits, each with the seq of the newest fact that brought one; 0 in a dry run. */
  readonly days = new Map<string, number>()
  readonly first: FaultyLine[] = []
  private readonly onFault: (row: string) => void

  /** `onFault` gets each broken line as a line of CSV. */
  constructor(onFault: (row: string) => void = () => undefined) {
    this.onFault = onFault
  }

  break(line: number, fault: LineFault): void {
    this.broken += 1
    const kind = `${fault.column || 'the line'} ${fault.what.replaceAll(/\d+/g, 'n')}`
    add(this.kinds, kind)
    if (this.first.length < TOLD) this.first.push({ line, fault })
    this.onFault(faultRow({ line, fault }))
  }

  tell({ ending, channel }: Life): void {
    this.added += 1
    add(this.endings, ending)
    add(this.channels, channel)
  }

  /** A visit of this day is there, brought by the fact of this seq. */
  see(day: string, seq: number): void {
    this.days.set(day, Math.max(seq, this.days.get(day) ?? 0))
  }

  /** The account in words; `would`: nothing was written. */
  text(would: boolean): string {
    const { lines, added, known, phantoms, repeated, broken } = this
    const days = [...this.days.keys()].sort()
    const count = (map: Map<string, number>) =>
      [...map].map(([what, number]) => `${number} ${what}`).join(', ')
    return [
      `${lines} lines, each counted once${days.length === 0 ? '' : `, of ${days[0]} to ${days.at(-1)}`}:`,
      row(added, would ? 'visits would be added' : 'visits added'),
      ...(added === 0 ? [] : [`            ${count(this.endings)}; ${count(this.channels)}`]),
      row(known, 'were there already'),
      row(phantoms, 'phantoms: nobody came; in no figure'),
      row(repeated, 'say again what another line says'),
      row(broken, 'broken: they could not be read, and are in no figure'),
      ...[...this.kinds].map(([what, number]) => `            ${number} × ${what}`),
      ...[...this.setRight].map(
        ([column, number]) =>
          `${number} times of ${column} were a little before the time they follow, and count from there.`,
      ),
      ...this.faults(),
    ].join('\n')
  }

  private faults(): string[] {
    if (this.first.length === 0) return []
    const told = this.first.map(
      ({ line, fault: { column, what, text } }) =>
        `  line ${line}${column === '' ? '' : `, ${column}`}${text === '' ? '' : ` “${text}”`}: ${what}`,
    )
    const more = this.broken - told.length
    const rest = more > 0 ? [`  … and ${more} more: --faults FILE.csv has every one of them`] : []
    return ['Broken lines:', ...told, ...rest]
  }
}

function add(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

function row(count: number, what: string): string {
  return `  ${String(count).padStart(9)} ${what}`
}

export const FAULT_HEADER = stringify([['line', 'column', 'says', 'what']])

/** For spreadsheets: a cell of the file that looks like a formula is made harmless. */
function faultRow({ line, fault: { column, text, what } }: FaultyLine): string {
  return stringify([[line, column, text, what]], { escape_formulas: true })
}
