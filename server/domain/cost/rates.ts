// What a minute costs: dated rates, the most precise one in force wins. A rate is never changed, only
// followed by another that says more lately what holds from its day.
import { CHANNELS, type Channel } from '../facts.ts'
import { APART, STEPS, type Apart, type Step } from './worked-time.ts'

/** Every kind of time that may have a rate. */
export const TIMED = [...new Set([...STEPS, ...APART])] as readonly (Step | Apart)[]
export { CHANNELS }

/** What a rate is for; null: whatever it is. */
export interface RateFor {
  readonly programme: string | null
  readonly service: string | null
  readonly step: Step | Apart | null
  readonly channel: Channel | null
}

export interface Rate extends RateFor {
  /** The office's day (YYYY-MM-DD) from which it holds. */
  readonly from: string
  /** Hundredths of a cent a minute, a whole number from 0; null: from this day on, none of its own. */
  readonly perMinute: number | null
  /** When it was written down, UTC ms: of two for the same and the same day the later holds. */
  readonly recordedAt: number
}

/** A rate that holds, and the day (YYYY-MM-DD) from which it does. */
export type RateInForce = Pick<Rate, 'from'> & { readonly perMinute: number }

/** Finds the rate for a kind of time on a day. Null: there is none, which is not a rate of nothing. */
export type RateOn = (what: RateFor, day: string) => RateInForce | null

/** The more precise comes first: a service says more than a programme, that more than a step, then the channel. */
const MASKS = Array.from({ length: 16 }, (_, index) => 15 - index)

export function ratesInForce(rates: readonly Rate[]): RateOn {
  const byKey = Map.groupBy(
    [...rates].sort((a, b) => compare(a.from, b.from) || a.recordedAt - b.recordedAt),
    keyOf,
  )
  const known = new Map<string, RateInForce | null>()
  return (what, day) => {
    const asked = `${day} ${what.service} ${what.programme} ${what.step} ${what.channel}`
    const before = known.get(asked)
    if (before !== undefined) return before
    const found = find(what, day)
    known.set(asked, found)
    return found
  }

  function find(what: RateFor, day: string): RateInForce | null {
    for (const mask of MASKS) {
      const dated = byKey.get(keyOf(masked(what, mask)))
      const rate = dated?.findLast(({ from }) => from <= day)
      if (rate && rate.perMinute !== null) return { from: rate.from, perMinute: rate.perMinute }
    }
    return null
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

function keyOf({ service, programme, step, channel }: RateFor): string {
  return JSON.stringify([service, programme, step, channel])
}

function masked({ service, programme, step, channel }: RateFor, mask: number): RateFor {
  return {
    service: mask & 8 ? service : null,
    programme: mask & 4 ? programme : null,
    step: mask & 2 ? step : null,
    channel: mask & 1 ? channel : null,
  }
}
