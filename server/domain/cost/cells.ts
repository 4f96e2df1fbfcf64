// What is kept of days' work, so that a statement need not read it again: time and transactions by
// service, channel and step, and what was for no visit apart. No programme and no rate is in it: both
// are dated, and told on reading.
import type { Channel } from '../facts.ts'
import { timeOf, type Apart, type Line, type Step, type Timed } from './worked-time.ts'

/** Raised when time is counted otherwise: what was kept before is then made anew. */
export const COST_VERSION = 1

/** Whole ms, and transactions. */
type Sum = [ms: number, transactions: number]
/** As it is written down: services, in them channels, in them steps. */
interface Written {
  readonly charged: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, Sum>>>>>
  >
  readonly apart: Readonly<Record<string, number>>
}

export class CostCells {
  private readonly charged = new Map<string, Map<string, Map<string, Sum>>>()
  private readonly apart = new Map<string, number>()

  /** All that these lines count for. */
  static of(lines: Iterable<Line>): CostCells {
    const cells = new CostCells()
    for (const line of lines) cells.add(timeOf(line))
    return cells
  }

  /** Adds what `toText` wrote. Throws on anything else. */
  addText(text: string): void {
    const { charged, apart } = JSON.parse(text) as Written
    for (const service of Object.keys(charged)) {
      const channels = charged[service] ?? {}
      for (const channel of Object.keys(channels)) {
        const sums = this.sumsOf(service, channel)
        const steps = channels[channel] ?? {}
        for (const step of Object.keys(steps)) addTo(sums, step, steps[step] ?? [0, 0])
      }
    }
    for (const [kind, ms] of Object.entries(apart)) this.addApart(kind, ms)
  }

  /** As text: the same for the same time, in whatever order it came. */
  toText(): string {
    const charged = sorted(this.charged, (channels) =>
      sorted(channels, (steps) => sorted(steps, (sum) => sum)),
    )
    return JSON.stringify({ charged, apart: sorted(this.apart, (ms) => ms) } satisfies Written)
  }

  /** All time in it, whole ms. */
  get ms(): number {
    return [...this.times()].reduce((sum, { ms }) => sum + ms, 0)
  }

  *times(): Generator<Timed> {
    for (const [service, channels] of this.charged) {
      for (const [channel, steps] of channels) {
        for (const [step, [ms, transactions]] of steps) {
          const what = { service, channel: channel as Channel, step: step as Step, apart: null }
          yield { ...what, ms, transactions }
        }
      }
    }
    for (const [kind, ms] of this.apart) yield { ...FOR_NOBODY, apart: kind as Apart, ms }
  }

  private add({ service, channel, step, apart, ms, transactions }: Timed): void {
    if (step === null) this.addApart(apart ?? 'idle', ms)
    else addTo(this.sumsOf(service ?? '', channel ?? 'in-person'), step, [ms, transactions])
  }

  private addApart(kind: string, ms: number): void {
    this.apart.set(kind, (this.apart.get(kind) ?? 0) + ms)
  }

  private sumsOf(service: string, channel: string): Map<string, Sum> {
    const channels = this.charged.get(service) ?? new Map<string, Map<string, Sum>>()
    const sums = channels.get(channel) ?? new Map<string, Sum>()
    if (channels.size === 0) this.charged.set(service, channels)
    if (sums.size === 0) channels.set(channel, sums)
    return sums
  }
}

const FOR_NOBODY = { service: null, channel: null, step: null, transactions: 0 }

function addTo(sums: Map<string, Sum>, step: string, [ms, transactions]: Sum): void {
  const sum = sums.get(step)
  if (sum) {
    sum[0] += ms
    sum[1] += transactions
  } else sums.set(step, [ms, transactions])
}

function sorted<T, U>(map: ReadonlyMap<string, T>, write: (value: T) => U): Record<string, U> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, write(value)]))
}
