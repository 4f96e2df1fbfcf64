// What the dashboards and reports ask a server, each as a page does it; `round` changes the filter, so
// that no two answers are the same one.
import type { CostAsk } from '../../server/protocol/cost-contract.ts'
import type { FigureAsk } from '../../server/protocol/figures.ts'
import type { VisitsAsk } from '../../server/protocol/report-contract.ts'

type Ask = Partial<FigureAsk> &
  Partial<VisitsAsk> &
  Pick<CostAsk, 'programme'> & { before?: { from: string; to: string } }
export interface AskedFor {
  readonly name: string
  readonly as: 'manager' | 'director' | 'executive'
  readonly path: string
  readonly body: (round: number) => Ask
}

/** What the filters are taken from: as many as there are. */
export interface Choices {
  /** The office's day, YYYY-MM-DD. */
  readonly today: string
  readonly office: string
  readonly region: string
  readonly services: readonly string[]
  readonly categories: readonly string[]
  readonly programmes: readonly string[]
  /** A group of agents that every office has. */
  readonly group: string
}

export function asksOf(choices: Choices): AskedFor[] {
  const { today, office, region, services, categories, programmes, group } = choices
  const ago = (days: number): string => dayBefore(today, days)
  /** A year that ends a little earlier each round. */
  const year = (round: number) => ({ from: ago(365 + round), to: ago(round) })
  const month = (round: number) => ({ from: ago(31 + 7 * round), to: ago(7 * round) })
  const one = <T>(list: readonly T[], round: number): T[] =>
    list.slice(round % list.length).slice(0, 1)
  const figures = '/api/v1/figures'
  const compare = `${figures}/compare`
  const own = { offices: [office] }
  const ofGroup = { agentGroups: [group] }
  return [
    {
      ...{ name: 'manager: a month by day', as: 'manager', path: figures },
      body: (round) => ({ ...month(round), ...own, by: ['day'] }),
    },
    {
      ...{ name: 'manager: a year by weekday and half hour', as: 'manager', path: figures },
      body: (round) => ({ ...year(round), ...own, by: ['weekday', 'half-hour'] }),
    },
    {
      ...{ name: 'manager: a year by service, one channel', as: 'manager', path: figures },
      body: (round) => ({
        ...{ ...year(round), ...own, by: ['service'] },
        channels: round % 2 === 0 ? ['in-person'] : ['phone', 'chat'],
      }),
    },
    {
      ...{ name: 'manager: the distribution of a year’s waits', as: 'manager', path: figures },
      body: (round) => ({ ...year(round), ...own, distribution: 'wait' }),
    },
    {
      ...{ name: 'manager: a month beside the one before', as: 'manager', path: compare },
      body: (round) => ({ ...month(round), ...own, by: ['day'], before: month(round + 5) }),
    },
    {
      ...{ name: 'manager: the visits behind a number', as: 'manager', path: `${figures}/visits` },
      body: (round) => ({ ...month(round), ...own, figure: 'wait', limit: 50 }),
    },
    {
      ...{ name: 'director: a region’s offices, a year', as: 'director', path: figures },
      body: (round) => ({ ...year(round), region, by: ['office'] }),
    },
    {
      ...{ name: 'director: its offices over time', as: 'director', path: figures },
      body: (round) => ({ ...year(round), region, by: ['office', 'month'] }),
    },
    {
      ...{ name: 'executive: all offices, a year', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), by: ['office'] }),
    },
    {
      ...{ name: 'executive: a year by month beside the last', as: 'executive', path: compare },
      body: (round) => ({
        ...{ ...year(round), by: ['month'] },
        before: { from: ago(730 + round), to: ago(365 + round) },
      }),
    },
    {
      ...{ name: 'executive: a year by programme', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), by: ['programme'] }),
    },
    {
      ...{ name: 'report: one service, by month', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), services: one(services, round), by: ['month'] }),
    },
    {
      ...{ name: 'report: one category, by day', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), categories: one(categories, round), by: ['day'] }),
    },
    {
      ...{ name: 'report: one programme, those who left', as: 'executive', path: figures },
      body: (round) => ({
        ...{ ...year(round), programmes: one(programmes, round), by: ['week'] },
        outcomes: ['left'],
      }),
    },
    {
      ...{ name: 'report: without doubted records, by week', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), flagged: 'without', by: ['week'] }),
    },
    {
      ...{ name: 'report: all offices by weekday and half hour', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), by: ['weekday', 'half-hour'] }),
    },
    {
      ...{ name: 'a group of agents: an office, a month by day', as: 'manager', path: figures },
      body: (round) => ({ ...month(round), ...own, ...ofGroup, by: ['day'] }),
    },
    {
      ...{ name: 'a group of agents: an office, a year by service', as: 'manager', path: figures },
      body: (round) => ({ ...year(round), ...own, ...ofGroup, by: ['service'] }),
    },
    {
      ...{ name: 'a group of agents: a year by half hour', as: 'manager', path: figures },
      body: (round) => ({ ...year(round), ...own, ...ofGroup, by: ['weekday', 'half-hour'] }),
    },
    {
      ...{ name: 'a group of agents: a region’s offices, a year', as: 'director', path: figures },
      body: (round) => ({ ...year(round), region, ...ofGroup, by: ['office'] }),
    },
    {
      ...{ name: 'a group of agents: all offices, a year', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), ...ofGroup, by: ['office'] }),
    },
    {
      ...{ name: 'a group of agents: all offices by service', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), ...ofGroup, by: ['service'] }),
    },
    {
      ...{ name: 'a group of agents: all offices by half hour', as: 'executive', path: figures },
      body: (round) => ({ ...year(round), ...ofGroup, by: ['weekday', 'half-hour'] }),
    },
    {
      ...{ name: 'a group of agents: a region by half hour', as: 'director', path: figures },
      body: (round) => ({ ...year(round), region, ...ofGroup, by: ['weekday', 'half-hour'] }),
    },
    {
      ...{ name: 'cost: an office, a year', as: 'manager', path: '/api/v1/cost' },
      body: (round) => ({ ...year(round), ...own }),
    },
    {
      ...{ name: 'cost: all offices, a year', as: 'executive', path: '/api/v1/cost' },
      body: year,
    },
    {
      ...{ name: 'cost: one programme, all offices', as: 'executive', path: '/api/v1/cost' },
      body: (round) => ({ ...year(round), programme: one(programmes, round)[0] }),
    },
  ]
}

export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 24 * 3_600_000).toISOString().slice(0, 10)
}
