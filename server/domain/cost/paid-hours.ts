// Paid hours as a file says them, line by line, with what is wrong in each. All or nothing: a file with
// a fault changes nothing.

export const LINE_FAULTS = [
  'not-a-table',
  'columns-missing',
  'day-wrong',
  'who-missing',
  'time-wrong',
  'minutes-wrong',
  'hours-wrong',
  'ends-before',
  'nothing-paid',
  'overlaps',
  'cells-missing',
] as const
export type LineFault = (typeof LINE_FAULTS)[number]

/** A stretch of paid time. `from`, `to`: minutes after local midnight of `day`; null: only its length. */
export interface Shift {
  readonly day: string
  readonly who: string
  readonly from: number | null
  readonly to: number | null
  /** Whole ms. */
  readonly paidMs: number
}

export interface Fault {
  /** From 1, the headings included. */
  readonly line: number
  readonly column: string | null
  readonly fault: LineFault
  readonly value: string
}

type Column = 'day' | 'who' | 'from' | 'to' | 'unpaid minutes' | 'paid hours'
/** As the headings may be written, in either language. */
const HEADINGS: Record<string, Column> = {
  day: 'day',
  jour: 'day',
  who: 'who',
  qui: 'who',
  from: 'from',
  de: 'from',
  to: 'to',
  à: 'to',
  a: 'to',
  'unpaid minutes': 'unpaid minutes',
  'minutes non payées': 'unpaid minutes',
  'paid hours': 'paid hours',
  'heures payées': 'paid hours',
}

/** What the lines of a file say; `lines[0]` holds the headings. */
export function readShifts(lines: readonly { line: number; cells: readonly string[] }[]): {
  shifts: Shift[]
  faults: Fault[]
} {
  const [head, ...rest] = lines
  const columns = (head?.cells ?? []).map((cell) => HEADINGS[cell.trim().toLowerCase()] ?? null)
  const has = (column: Column) => columns.includes(column)
  if (!has('day') || !has('who') || !(has('paid hours') || (has('from') && has('to')))) {
    const value = (head?.cells ?? []).join(' ').slice(0, 80)
    return {
      shifts: [],
      faults: [{ line: head?.line ?? 1, column: null, fault: 'columns-missing', value }],
    }
  }
  const faults: Fault[] = []
  const read = rest.flatMap(({ line, cells }) => {
    const found = readLine(columns, cells)
    if ('fault' in found) faults.push({ line, ...found })
    return 'fault' in found ? [] : [{ line, ...found }]
  })
  faults.push(...sharedTime(read))
  faults.sort((a, b) => a.line - b.line)
  return { shifts: read.map(({ line: _line, ...shift }) => shift), faults }
}

/** A fault for each line in which somebody is paid for a time that an earlier line paid; it names that one. */
export function sharedTime(shifts: readonly (Shift & { readonly line: number })[]): Fault[] {
  const ofPersonAndDay = Map.groupBy(shifts, ({ day, who }) => `${day} ${who}`)
  return [...ofPersonAndDay.values()].flatMap((list) =>
    list.flatMap((each) => {
      const other = list.find((one) => one.line < each.line && overlap(one, each))
      if (!other) return []
      return { line: each.line, column: 'who', fault: 'overlaps' as const, value: `${other.line}` }
    }),
  )
}

/** The same person at the same time, or twice on a day of which only the hours are said. */
function overlap(one: Shift, other: Shift): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return true
  return one.from < other.to && other.from < one.to
}

function readLine(
  columns: readonly (Column | null)[],
  cells: readonly string[],
): Shift | Omit<Fault, 'line'> {
  const cell = (column: Column): string => (cells[columns.indexOf(column)] ?? '').trim()
  const wrong = (fault: LineFault, column: Column | null): Omit<Fault, 'line'> => ({
    ...{ column, fault },
    value: (column === null ? '' : cell(column)).slice(0, 80),
  })
  if (cells.length < columns.length) return wrong('cells-missing', null)
  const [day, who] = [cell('day'), cell('who')]
  if (!isDay(day)) return wrong('day-wrong', 'day')
  if (who === '' || who.length > 80) return wrong('who-missing', 'who')
  if (cell('from') === '' && cell('to') === '') {
    const hours = /^\d{1,2}([.,]\d{1,4})?$/.exec(cell('paid hours'))
    const paidMs = Math.round(Number((hours?.[0] ?? '0').replace(',', '.')) * 3_600_000)
    if (!hours || paidMs > 24 * 3_600_000) return wrong('hours-wrong', 'paid hours')
    if (paidMs === 0) return wrong('nothing-paid', 'paid hours')
    return { day, who, from: null, to: null, paidMs }
  }
  const from = minuteOf(cell('from'))
  const to = minuteOf(cell('to'))
  if (from === null || from === 1440) return wrong('time-wrong', 'from')
  if (to === null) return wrong('time-wrong', 'to')
  const unpaid = cell('unpaid minutes')
  if (!/^\d{0,3}$/.test(unpaid)) return wrong('minutes-wrong', 'unpaid minutes')
  if (to <= from) return wrong('ends-before', 'to')
  const minutes = to - from - Number(unpaid)
  if (minutes <= 0) return wrong('nothing-paid', 'to')
  return { day, who, from, to, paidMs: minutes * 60_000 }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** 9:05, 09:05, 9 h 05 or 9h: minutes after midnight, 0 to 1440; null: none of these. */
function minuteOf(text: string): number | null {
  const found = /^(\d{1,2})(?::(\d{2})|\s?h\s?(\d{2})?)$/.exec(text.replaceAll('\u00a0', ' '))
  if (!found) return null
  const minute = Number(found[1]) * 60 + Number(found[2] ?? found[3] ?? 0)
  return Number(found[2] ?? found[3] ?? 0) < 60 && minute <= 1440 ? minute : null
}
