// One real day, as an independent script has it from the CSV, beside the figures that a server gives.
import type { Api } from '../server/protocol/api.ts'
import type { FigureSet } from '../server/protocol/figures.ts'
import { mean, percentile, type Line, type RealDay } from './real-day.ts'

export interface Comparison {
  readonly what: string
  readonly csv: number
  readonly ours: number
  /** What ours may be off by: for percentiles, the width of a histogram's bucket there. */
  readonly within: number
}

export interface RealDayReport {
  readonly day: RealDay
  readonly rows: readonly Comparison[]
  readonly differences: number
}

const SECOND = 1_000
/** Sums are whole milliseconds on our side, and seconds in the log. */
const ROUNDING = 1e-6
/** No bucket of our histograms is narrower, s. */
const NARROWEST = 1

/** Asks for the same figures: of the day, by service, by half hour of joining the queue. */
export async function compared(
  day: RealDay,
  api: Api,
  asked: { office: string; day: string },
): Promise<RealDayReport> {
  const to = new Date(Date.parse(asked.day) + 24 * 3_600_000).toISOString().slice(0, 10)
  const filter = { from: asked.day, to, offices: [asked.office] }
  const { total, width } = await api.figures(filter)
  const services = await api.figures({ ...filter, by: ['service'] })
  const halfHours = await api.figures({ ...filter, by: ['half-hour'] })
  const ofKey = (groups: typeof services.groups, key: string): FigureSet | undefined =>
    groups.find(({ keys }) => keys[0] === key)?.figures
  const rows = [
    ...rowsOf(day.total, total, width),
    ...day.byService.flatMap((line) => rowsOf(line, ofKey(services.groups, line.key), width)),
    ...day.byHalfHour.flatMap((line) => rowsOf(line, ofKey(halfHours.groups, line.key), width)),
  ]
  return { day, rows, differences: rows.filter((row) => !isSame(row)).length }
}

function rowsOf(line: Line, ours: FigureSet | undefined, width: number): Comparison[] {
  const { key, calls, served, left, waits, service } = line
  const wait = ours?.spreads.wait
  const exact = (what: string, csv: number, value: number | null | undefined): Comparison => ({
    what: `${key}: ${what}`,
    csv,
    ours: value ?? Number.NaN,
    within: ROUNDING * Math.max(1, csv),
  })
  const seconds = (value: number | null | undefined): number | null =>
    value == null ? null : value / SECOND
  const rows = [
    exact('calls', calls, ours?.counts.visits),
    exact('served', served, ours?.counts.served),
    exact('left', left, ours?.counts.left),
    exact(
      'share who left, %',
      (100 * left) / calls,
      100 * (ours?.shares.left?.share ?? Number.NaN),
    ),
    exact(
      'hours of service',
      service / 3_600,
      (seconds(ours?.spreads.serviceTime.sum) ?? 0) / 3_600,
    ),
  ]
  if (served === 0) return rows
  const near = (what: string, share: number, value: number | null | undefined): Comparison => {
    const csv = percentile(waits, share)
    return { ...exact(what, csv, seconds(value)), within: Math.max(NARROWEST, width * csv) }
  }
  return [
    ...rows,
    exact('mean wait of those served, s', mean(waits), seconds(wait?.mean)),
    exact('longest wait of those served, s', waits.at(-1) ?? Number.NaN, seconds(wait?.max)),
    near('P50 of the wait, s', 0.5, wait?.p50),
    near('P90 of the wait, s', 0.9, wait?.p90),
  ]
}

export function isSame({ csv, ours, within }: Comparison): boolean {
  return Math.abs(csv - ours) <= within
}

/** The comparison in words; lines of services and half hours only where they differ. */
export function tableOf({ day, rows, differences }: RealDayReport): string {
  const said = rows.filter((row) => row.what.startsWith('all:') || !isSame(row))
  const log = [...day.queueSeconds].sort((a, b) => a - b)
  return [
    `${''.padEnd(44)}${'from the CSV'.padStart(14)}${'ours'.padStart(14)}`,
    ...said.map(
      (row) =>
        row.what.padEnd(44) +
        short(row.csv).padStart(14) +
        short(row.ours).padStart(14) +
        (isSame(row) ? '' : '   NOT THE SAME'),
    ),
    `${rows.length} figures compared (the day, ${day.byService.length} services, ${day.byHalfHour.length} half hours): ${differences === 0 ? 'all the same' : `${differences} differ`}.`,
    `In neither: ${day.phantoms} phantoms, ${day.broken} broken lines, ${day.repeated} repeated, ${day.unknown} of an unknown service.`,
    'A wait is from joining the queue to the start of service, at least 0: the log lets a service begin a',
    `second or two before the queue ends. By its own column queue_seconds the mean is ${short(mean(log))} s, P50 ${short(percentile(log, 0.5))}, P90 ${short(percentile(log, 0.9))}.`,
    'Counts, sums, means and the longest are exact; percentiles within a bucket of our histograms.',
  ].join('\n')
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}
