// The figures of one day of a call log, worked out from its CSV alone: plain arithmetic that shares not
// a line with the server, so that its figures can be checked against these. Reads files without quotes.
import { readFileSync } from 'node:fs'

/** Seconds by which a service may seem to begin before the call had joined the queue. */
const TOLERANCE = 2
const HALF_A_DAY = 12 * 3_600

export interface Line {
  readonly key: string
  readonly calls: number
  readonly served: number
  readonly left: number
  /** Of those served, in seconds. */
  readonly waits: readonly number[]
  /** Seconds of service of those served. */
  readonly service: number
}

export interface RealDay {
  readonly phantoms: number
  readonly broken: number
  readonly repeated: number
  readonly unknown: number
  readonly total: Line
  readonly byService: readonly Line[]
  readonly byHalfHour: readonly Line[]
  /** The log's own account of the waits of those served, in seconds. */
  readonly queueSeconds: readonly number[]
}

interface Call {
  service: string
  halfHour: string
  outcome: 'served' | 'left'
  wait: number
  service_seconds: number
  queue: number
}

/** The calls that joined the queue on `day` (YYYY-MM-DD), whatever day they had dialled on. */
export function realDay(file: string, day: string): RealDay {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  const count = { phantoms: 0, broken: 0, repeated: 0, unknown: 0 }
  const seen = new Set<string>()
  const calls: Call[] = []
  for (const text of lines) {
    const cells = text.split(',')
    const of = (name: string): string => cells[names.indexOf(name)] ?? ''
    const entered = seconds(of('entered'))
    let joined = seconds(of('left_menu'))
    const isNextDay = joined < entered - HALF_A_DAY
    if (dayAfter(of('date'), isNextDay ? 1 : 0) !== day) continue
    if (isNextDay) joined += 24 * 3_600
    if (of('outcome') === 'phantom') count.phantoms += 1
    else if (joined < entered || cells.length < names.length) count.broken += 1
    else if (seen.has(text)) count.repeated += 1
    else if (!SERVICES.includes(of('type'))) count.unknown += 1
    else {
      seen.add(text)
      const call = of('outcome') === 'agent' ? served(of, joined) : left(of, joined)
      if (call) calls.push(call)
      else count.broken += 1
    }
  }
  return {
    ...count,
    total: lineOf('all', calls),
    byService: grouped(calls, ({ service }) => service),
    byHalfHour: grouped(calls, ({ halfHour }) => halfHour),
    queueSeconds: calls.filter(({ outcome }) => outcome === 'served').map(({ queue }) => queue),
  }
}

const SERVICES = ['PS', 'PE', 'NE', 'NW', 'IN', 'TT']

type Cells = (name: string) => string

function common(of: Cells, joined: number): Pick<Call, 'service' | 'halfHour' | 'queue'> {
  const half = Math.floor((joined % (24 * 3_600)) / 1_800)
  const halfHour = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
  return { service: of('type').toLowerCase(), halfHour, queue: Number(of('queue_seconds')) }
}

/** Null: it would have begun before the call was there. */
function served(of: Cells, joined: number): Call | null {
  if (of('service_start') === '') return null
  let begun = seconds(of('service_start'))
  if (begun < joined - HALF_A_DAY && joined >= 24 * 3_600 - HALF_A_DAY) begun += 24 * 3_600
  if (begun < joined - TOLERANCE) return null
  const wait = Math.max(0, begun - joined)
  return {
    ...common(of, joined),
    outcome: 'served',
    wait,
    service_seconds: Number(of('service_seconds')),
  }
}

function left(of: Cells, joined: number): Call {
  const same = common(of, joined)
  return { ...same, outcome: 'left', wait: same.queue, service_seconds: 0 }
}

function grouped(calls: readonly Call[], keyOf: (call: Call) => string): Line[] {
  const keys = [...new Set(calls.map(keyOf))].sort()
  return keys.map((key) =>
    lineOf(
      key,
      calls.filter((call) => keyOf(call) === key),
    ),
  )
}

function lineOf(key: string, calls: readonly Call[]): Line {
  const ours = calls.filter(({ outcome }) => outcome === 'served')
  return {
    key,
    calls: calls.length,
    served: ours.length,
    left: calls.length - ours.length,
    waits: ours.map(({ wait }) => wait).sort((a, b) => a - b),
    service: ours.reduce((sum, call) => sum + call.service_seconds, 0),
  }
}

/** The smallest value that `share` of them do not exceed; NaN: there are none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function seconds(clock: string): number {
  const [hours = 0, minutes = 0, rest = 0] = clock.split(':').map(Number)
  return hours * 3_600 + minutes * 60 + rest
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * 3_600_000).toISOString().slice(0, 10)
}
