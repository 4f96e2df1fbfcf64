// From cells to what a report says: each figure made of its counts and lengths, in one place.
import { lowerLimit, upperLimit } from './buckets.ts'
import { Cell, KEPT_SPREADS, type Counter, type KeptSpread } from './cells.ts'
import { Lengths, type Spread } from './lengths.ts'
import type { Floor } from './floor.ts'
import {
  DOINGS,
  FLAGS,
  OUTCOMES,
  type AgentDoing,
  type CountKey,
  type Flag,
  type LevelKey,
  type OutcomeKey,
  type RateKey,
  type ShareKey,
  type SpreadKey,
} from './keys.ts'

export interface Share {
  readonly numerator: number
  readonly denominator: number
  /** Null when the denominator is 0. */
  readonly share: number | null
}
export interface Level {
  readonly mean: number | null
  readonly max: number | null
}
export interface Figures {
  readonly spreads: Readonly<Record<SpreadKey, Spread>>
  readonly shares: Readonly<Record<ShareKey, Share | null>>
  readonly counts: Readonly<Record<CountKey, number>>
  readonly rates: Readonly<Record<RateKey, number | null>>
  readonly levels: Readonly<Record<LevelKey, Level | null>>
  readonly flags: Readonly<Record<Flag, number>>
  readonly doing: Readonly<Record<AgentDoing, number>> | null
  readonly targetMinutes: number | null
}

const HOUR = 3_600_000

export function shareOf(numerator: number, denominator: number): Share {
  return { numerator, denominator, share: denominator === 0 ? null : numerator / denominator }
}

/** What cells add up to, group by group. */
export class Summary {
  private readonly total = new Cell()
  private readonly byOutcome = new Map<string, number>()
  private readonly targets = new Set<number>()
  private servedInTime = 0
  private served = 0
  private leftTooLate = 0
  private readonly floor: Floor | null
  /** ms in which the office was at work; null: nobody knows. */
  private readonly atWork: number | null
  private readonly waitSoFar = new Lengths()

  /** `floor` null: what goes on there is not of these visits alone; `atWork` is what hours count. */
  constructor(floor: Floor | null, atWork: number | null) {
    this.floor = floor
    this.atWork = atWork
  }

  /** Told of cells of one outcome and one office, whose target is known. */
  take(cell: Cell, outcome: string, targetMinutes: number): void {
    this.total.merge(cell)
    const visits = cell.get('visits')
    this.byOutcome.set(outcome, (this.byOutcome.get(outcome) ?? 0) + visits)
    this.targets.add(targetMinutes)
    const target = targetMinutes * 60_000
    if (outcome === 'served') {
      const wait = cell.lengths('wait')
      this.served += wait.n
      this.servedInTime += wait.notLongerThan(target)
    }
    const left = cell.lengths('timeToLeave')
    this.leftTooLate += left.n - left.notLongerThan(target)
  }

  /** How long somebody has waited who waits now, ms. */
  takeWaiting(ms: number): void {
    this.waitSoFar.add(ms)
  }

  /** The buckets of one spread that are not empty, ms; the last has no end but the longest. */
  buckets(key: SpreadKey): { from: number; to: number; n: number }[] {
    const lengths = key === 'waitSoFar' ? this.waitSoFar : this.total.lengths(key)
    const buckets: { from: number; to: number; n: number }[] = []
    lengths.forEach((bucket, n) => {
      const upper = upperLimit(bucket)
      buckets.push({ from: lowerLimit(bucket), to: upper === Infinity ? lengths.max : upper, n })
    })
    return buckets
  }

  figures(): Figures {
    const [target = null] = this.targets
    return {
      spreads: this.spreads(),
      shares: this.shares(),
      counts: this.counts(),
      rates: this.rates(),
      levels: this.levels(),
      flags: Object.fromEntries(
        FLAGS.map((flag) => [flag, this.total.get(flag)]),
      ) as Figures['flags'],
      doing: this.doing(),
      targetMinutes: this.targets.size === 1 ? target : null,
    }
  }

  private spreads(): Figures['spreads'] {
    const kept = KEPT_SPREADS.map((key) => [key, this.total.lengths(key).toSpread()] as const)
    return {
      ...(Object.fromEntries(kept) as Record<KeptSpread, Spread>),
      waitSoFar: this.waitSoFar.toSpread(),
    }
  }

  private shares(): Figures['shares'] {
    const { total } = this
    const of = (one: Counter, all: Counter): Share => shareOf(total.get(one), total.get(all))
    return {
      withinTarget: shareOf(this.servedInTime, this.served + this.leftTooLate),
      withinTargetServed: shareOf(this.servedInTime, this.served),
      noShow: shareOf(this.outcome('noShow'), total.get('called')),
      left: of('leftUncalled', 'arrived'),
      walkAway: null,
      bookedNotCome: of('bookedMissed', 'booked'),
      bookedLate: of('bookedLate', 'bookedCome'),
      firstVisit: of('firstVisit', 'resulted'),
      clean: shareOf(total.get('visits') - total.get('flagged'), total.get('visits')),
      transferRate: of('transfers', 'tracked'),
      returnRate: of('returns', 'tracked'),
      recallRate: of('recalls', 'trackedCalled'),
      undoRate: of('undos', 'tracked'),
      overtakeRate: of('overtook', 'trackedCalled'),
      holdRate: of('holds', 'arrived'),
      ...this.loads(),
    }
  }

  private loads(): Record<'utilisation' | 'occupancy', Share | null> {
    const doing = this.doing()
    if (!doing) return { utilisation: null, occupancy: null }
    const work = doing.serving + doing.called + doing['wrap-up']
    const signedIn = Object.values(doing).reduce((sum, each) => sum + each, 0)
    return {
      utilisation: shareOf(work, signedIn - doing.break),
      occupancy: shareOf(work, work + doing.idle),
    }
  }

  private counts(): Figures['counts'] {
    const { total } = this
    const outcomes = OUTCOMES.map((outcome) => [outcome, this.outcome(outcome)] as const)
    const plain = ['visits', 'people', 'arrived', 'requests', 'transactions'] as const
    return {
      ...(Object.fromEntries(outcomes) as Record<OutcomeKey, number>),
      ...(Object.fromEntries(plain.map((key) => [key, total.get(key)])) as Record<
        (typeof plain)[number],
        number
      >),
      flagged: total.get('flagged'),
      corrected: total.get('corrected'),
    }
  }

  private outcome(outcome: OutcomeKey): number {
    return this.byOutcome.get(outcome) ?? 0
  }

  private rates(): Figures['rates'] {
    const hours = (this.atWork ?? 0) / HOUR
    const per = (counter: Counter): number | null =>
      hours === 0 ? null : this.total.get(counter) / hours
    return {
      arrivals: per('arrived'),
      visitsFinished: per('finished'),
      transactionsFinished: per('transactionsFinished'),
    }
  }

  private levels(): Figures['levels'] {
    const { floor } = this
    if (!floor) return { peopleHere: null, peopleWaiting: null, openCounters: null }
    const { sums, mosts } = floor
    const mean = (sum: number): number | null => (sums.atWork === 0 ? null : sum / sums.atWork)
    return {
      peopleHere: { mean: mean(sums.here), max: mosts.mostHere },
      peopleWaiting: { mean: mean(sums.waiting), max: mosts.mostWaiting },
      // People were served and nobody was signed in: another system's visits do not tell who was there.
      openCounters:
        this.isAnyoneSignedIn || this.outcome('served') === 0
          ? { mean: mean(sums.open), max: mosts.mostOpen }
          : null,
    }
  }

  private get isAnyoneSignedIn(): boolean {
    const { floor } = this
    return floor !== null && DOINGS.some((doing) => floor.sums[doing] > 0)
  }

  private doing(): Record<AgentDoing, number> | null {
    const { floor } = this
    if (!floor) return null
    const entries = DOINGS.map((doing) => [doing, floor.sums[doing]] as const)
    return Object.fromEntries(entries) as Record<AgentDoing, number>
  }
}
