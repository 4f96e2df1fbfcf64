// Reads a real call log (one bank's service desk, 1999) as it is written; says nothing yet about
// how it is played. Times are local, and become ms since midnight of the log's day.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { HOUR, MINUTE, SECOND } from './day.ts'

export const CALL_TYPES = ['PS', 'PE', 'NE', 'NW', 'IN', 'TT'] as const
export type CallType = (typeof CALL_TYPES)[number]

interface Common {
  type: CallType
  /** 0 unidentified, 1 regular, 2 high. */
  priority: number
  /** When they left the menu, and so joined the queue. */
  joined: number
  /** How long they waited before they were served or left. */
  waited: number
}
export type Call =
  | (Common & { outcome: 'hang' | 'phantom' })
  | (Common & {
      outcome: 'agent'
      serviceStart: number
      serviceTime: number
      /** Empty: the log does not say who. */
      server: string
    })

type Row = Record<
  | 'date'
  | 'entered'
  | 'left_menu'
  | 'type'
  | 'priority'
  | 'queue_seconds'
  | 'outcome'
  | 'service_start'
  | 'service_seconds'
  | 'server',
  string
>

/** The calls of one day of the log (YYYY-MM-DD), in order of joining the queue. */
export function readCallLog(file: string, date: string): Call[] {
  return callsOf(readFileSync(file, 'utf8'), date)
}

export function callsOf(csv: string, date: string): Call[] {
  const rows = parse<Row>(csv, { columns: true, skip_empty_lines: true })
  const calls = rows.filter((row) => row.date === date).map(toCall)
  if (calls.length === 0) throw new Error(`the log has nothing on ${date}`)
  return calls.sort((a, b) => a.joined - b.joined)
}

function toCall(row: Row): Call {
  const entered = timeOfDay(row.entered)
  const common = {
    type: toType(row.type),
    priority: Number(row.priority),
    joined: after(entered, timeOfDay(row.left_menu)),
    waited: Number(row.queue_seconds) * SECOND,
  }
  if (row.outcome === 'hang' || row.outcome === 'phantom') {
    return { ...common, outcome: row.outcome }
  }
  if (row.outcome !== 'agent') throw new Error(`the log has an unknown outcome: ${row.outcome}`)
  return {
    ...common,
    outcome: 'agent',
    serviceStart: after(entered, timeOfDay(row.service_start)),
    serviceTime: Number(row.service_seconds) * SECOND,
    server: row.server,
  }
}

function toType(text: string): CallType {
  const type = CALL_TYPES.find((each) => each === text)
  if (!type) throw new Error(`the log has an unknown type: ${text}`)
  return type
}

function timeOfDay(text: string): number {
  const [hours, minutes, seconds] = text.split(':').map(Number)
  if (hours === undefined || minutes === undefined || seconds === undefined) {
    throw new Error(`the log has a time that is none: ${text}`)
  }
  return hours * HOUR + minutes * MINUTE + seconds * SECOND
}

/** Times of a call begun before midnight may lie after it. */
function after(entered: number, time: number): number {
  return time < entered - 12 * HOUR ? time + 24 * HOUR : time
}
