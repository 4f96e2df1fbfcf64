// Samples of figures: a busy Monday in Victoria, and a year of four offices. Screens of figures are
// drawn from these; a test parses each with its schema.
import { DOINGS, FLAGS, SHARES, SPREADS, type Kind } from '../domain/figures/keys.ts'
import type {
  AlertRow,
  BriefFigures,
  CounterFiguresRow,
  HelpRow,
  HereRow,
  ManagerView,
  ProvinceOfficeRow,
  ProvinceView,
} from './figures-live.ts'
import type { FigureAnswer, FigureGroup, FigureSet, Share, Spread } from './figures.ts'
import { AT, ago, OFFICE } from './sample-office.ts'

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

function brief(visits: number, factor = 1): BriefFigures {
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

const HALF_HOURS = ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00']

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

const here = (ticket: string, waited: number, rest: Partial<HereRow> = {}): HereRow => ({
  id: `visit-${ticket.toLowerCase()}`,
  state: 'waiting',
  kind: 'visit',
  ticket,
  service: 'licence-renewal',
  channel: 'in-person',
  booking: 'walk-in' satisfies Kind,
  party: 1,
  since: ago(waited),
  waited: 0,
  counter: null,
  ...rest,
})

const counter = (code: string, rest: Partial<CounterFiguresRow>): CounterFiguresRow => ({
  id: `counter:${code}`,
  kind: 'counter',
  counter: code,
  name: { en: `Counter ${code}`, fr: `Guichet ${code}` },
  doing: null,
  since: null,
  ticket: null,
  agentName: null,
  day: null,
  ...rest,
})

const HELP: HelpRow = {
  id: 'help',
  kind: 'help',
  isSoon: false,
  advice: [
    { do: 'call', counters: ['2'], services: ['licence-renewal'], tickets: 1 },
    {
      ...{ do: 'back', counter: '3', doing: 'break', since: ago(9), backAt: null },
      ...{ services: ['licence-renewal'], tickets: 1 },
    },
    { do: 'open', counters: ['5'], waiting: 3, open: 3 },
  ],
}

const ALERT: AlertRow = {
  id: 'alert:wait:visit-a011',
  kind: 'alert',
  what: 'wait',
  visit: 'visit-a011',
  ticket: 'A011',
  service: 'licence-renewal',
  counter: null,
  since: ago(19),
  crossedAt: ago(4),
  afterMinutes: 15,
}

export const SAMPLE_MANAGER: ManagerView = {
  office: 'victoria',
  version: 418,
  at: AT,
  rows: [
    {
      id: 'today',
      kind: 'today',
      office: 'victoria',
      name: OFFICE.name,
      timeZone: OFFICE.timeZone,
      day: '2026-11-23',
      targetMinutes: 15,
      attentionMinutes: 10,
      door: { people: 4, at: ago(3) },
      figures: sampleSet(96),
    },
    ...HALF_HOURS.map((at, index) => ({
      id: `half-hour:${at}`,
      kind: 'half-hour' as const,
      at,
      figures: brief(14 + ((index * 5) % 17), 0.5 + index / 7),
    })),
    ...OFFICE.services.slice(0, 5).map(({ code, name }, index) => ({
      id: `service:${code}`,
      kind: 'service' as const,
      service: code,
      name,
      openCounters: 3 - (index % 4),
      figures: brief(31 - index * 6, 0.8 + index / 5),
    })),
    { id: 'channel:in-person', kind: 'channel', channel: 'in-person', figures: brief(84) },
    { id: 'channel:phone', kind: 'channel', channel: 'phone', figures: brief(12, 0.2) },
    {
      id: 'agents',
      kind: 'agents',
      signedIn: 4,
      split: sampleSet(96).doing ?? {},
    },
    counter('1', { doing: 'serving', since: ago(12), ticket: 'A014', agentName: 'Amrit Gill' }),
    counter('2', { doing: 'idle', since: ago(2), agentName: 'Jo Martin' }),
    counter('3', { doing: 'break', since: ago(9), agentName: 'Lee Chan' }),
    counter('4', { doing: 'wrap-up', since: ago(1), agentName: 'Sam Roy' }),
    counter('5', {}),
    here('A011', 19),
    here('A015', 11),
    here('B007', 6, { service: 'identity-card', booking: 'booked' }),
    here('A014', 12, { state: 'serving', counter: '1', waited: 9 * MINUTE }),
    ALERT,
    HELP,
  ],
}

function office(
  code: string,
  name: string,
  factor: number,
  rest: Partial<ProvinceOfficeRow> = {},
): ProvinceOfficeRow {
  return {
    id: `office:${code}`,
    kind: 'office',
    office: code,
    name: { en: `${name} service centre`, fr: `Centre de services de ${name}` },
    region: 'island',
    isOpen: true,
    waiting: Math.round(9 * factor),
    tooLong: factor > 1 ? Math.round(3 * factor) : 0,
    longestSince: ago(14 * factor),
    openCounters: 4,
    targetMinutes: 15,
    figures: brief(Math.round(90 * factor), factor),
    ...rest,
  }
}

export const SAMPLE_PROVINCE: ProvinceView = {
  office: '',
  version: 9,
  at: AT,
  rows: [
    {
      id: 'province',
      kind: 'province',
      offices: 4,
      waiting: 34,
      tooLong: 5,
      openCounters: 15,
      figures: brief(372),
    },
    office('victoria', 'Victoria', 1.1),
    office('nanaimo', 'Nanaimo', 0.8),
    office('surrey', 'Surrey', 1.4, { region: 'coast' }),
    office('nelson', 'Nelson', 0.3, { region: 'interior', isOpen: false, openCounters: 0 }),
    {
      id: 'programme:icbc',
      kind: 'programme',
      programme: 'icbc',
      name: { en: 'Driver licensing', fr: 'Permis de conduire' },
      transactions: 210,
      figures: brief(190),
    },
  ],
}
