// Samples of figures: a busy Monday in Victoria, and a year of four offices. Screens of figures are
// drawn from these; a test parses each with its schema.
import { DOINGS, FLAGS, SHARES, SPREADS } from '../domain/figures/keys.ts'
import type { BriefFigures } from './figures-live.ts'
import type { FigureAnswer, FigureGroup, FigureSet, Share, Spread } from './figures.ts'
import { AT } from './sample-office.ts'

const MINUTE = 60_000

/** A spread of `n` around a mean of so many minutes, with the long tail that waits have. */
function spread(n: number, minutes: number): Spread {
  if (n === 0) return { n, sum: 0, mean: null, p50: null, p80: null, p90: null, max: null }
  const mean = minutes * MINUTE
  return { n, sum: n * mean, mean, p50: mean * 0.8, p80: mean * 1.5, p90: mean * 2, max: mean * 4 }
}

function share(numerator: number, denominator: number): Share {
  return { numerator, denominator, share: denominator === 0 ? null : numerator / denominator }
}

const MEANS = {
  preTicket: 1.5,
  wait: 11,
  waitSoFar: 7,
  callToDesk: 0.6,
  serviceTime: 8,
  handleTime: 9.5,
  holdTime: 6,
  timeInOffice: 20,
  timeToLeave: 24,
  lateBy: 6,
} as const

/** Figures of so many visits, waiting `factor` times as long as usual. */
export function sampleSet(visits: number, factor = 1): FigureSet {
  const part = (of: number): number => Math.round(visits * of)
  const [served, left, noShow, closed, notCome] = [0.86, 0.06, 0.04, 0.01, 0.01].map(part)
  const counts = { served, left, noShow, closed, notCome } as Record<string, number>
  const gone = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const stillHere = Math.max(0, visits - gone)
  return {
    spreads: Object.fromEntries(
      SPREADS.map((key) => {
        const n = { timeToLeave: left, holdTime: part(0.07), lateBy: part(0.05) }[key as string]
        return [key, spread(n ?? served ?? 0, MEANS[key] * (key === 'wait' ? factor : 1))]
      }),
    ) as FigureSet['spreads'],
    shares: {
      ...(Object.fromEntries(SHARES.map((key) => [key, share(part(0.05), visits)])) as Record<
        (typeof SHARES)[number],
        Share
      >),
      withinTarget: share(Math.round((served ?? 0) * (1.7 - factor * 0.85)), (served ?? 0) + 8),
      walkAway: null,
    },
    counts: {
      served: served ?? 0,
      left: left ?? 0,
      noShow: noShow ?? 0,
      closed: closed ?? 0,
      notCome: notCome ?? 0,
      stillHere,
      stillExpected: 0,
      visits,
      people: part(1.2),
      arrived: visits - (notCome ?? 0),
      requests: part(1.1),
      transactions: part(1.3),
      flagged: part(0.03),
      corrected: part(0.01),
    },
    rates: {
      arrivals: visits / 7.5,
      visitsFinished: (served ?? 0) / 7.5,
      transactionsFinished: part(1.3) / 7.5,
    },
    levels: {
      peopleHere: { mean: 8.2, max: 21 },
      peopleWaiting: { mean: 4.1, max: 15 },
      openCounters: { mean: 4.4, max: 6 },
    },
    flags: Object.fromEntries(FLAGS.map((flag) => [flag, part(0.006)])) as FigureSet['flags'],
    doing: Object.fromEntries(DOINGS.map((each, index) => [each, (400 - index * 55) * MINUTE])),
    targetMinutes: 15,
  }
}

export function sampleBrief(visits: number, factor = 1): BriefFigures {
  const { counts, spreads, shares } = sampleSet(visits, factor)
  const { served, left, noShow, closed, notCome, stillHere, stillExpected } = counts
  return {
    counts: { visits, served, left, noShow, closed, notCome, stillHere, stillExpected },
    wait: spreads.wait,
    timeToLeave: spreads.timeToLeave,
    serviceTime: spreads.serviceTime,
    withinTarget: shares.withinTarget ?? share(0, 0),
    withinTargetServed: shares.withinTargetServed ?? share(0, 0),
  }
}

export const HALF_HOURS = ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00']

export const SAMPLE_FIGURES: FigureAnswer = {
  asOf: AT,
  by: ['half-hour'],
  total: sampleSet(182),
  groups: HALF_HOURS.map((at, index) => ({
    keys: [at],
    figures: sampleSet(14 + ((index * 5) % 17), 0.5 + index / 7),
  })),
  buckets: Array.from({ length: 12 }, (_, index) => ({
    from: index * 5 * MINUTE,
    to: (index + 1) * 5 * MINUTE,
    n: Math.round(60 * Math.exp(-index / 3)),
  })),
  width: 0.025,
}

/** A year of four offices, month by month. */
export const SAMPLE_YEAR: FigureAnswer = {
  ...SAMPLE_FIGURES,
  by: ['office', 'month'],
  total: sampleSet(184_000),
  groups: ['kelowna', 'nelson', 'surrey', 'victoria'].flatMap((office, o) =>
    Array.from({ length: 12 }, (_, m): FigureGroup => ({
      keys: [office, `2026-${String(m + 1).padStart(2, '0')}`],
      figures: sampleSet(3_600 + o * 150 + m * 20, 0.7 + ((o * 5 + m) % 9) / 10),
    })),
  ),
  buckets: null,
}
