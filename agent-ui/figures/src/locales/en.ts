// What the figures' pages say in English. The shape of this object is the list of everything they can
// say.
import { chart } from './en-charts.ts'
import { cost, steps } from './en-cost.ts'
import { groups } from './en-groups.ts'
import { alerts, doing, live, now, province } from './en-live.ts'
import { paid, rates } from './en-paid.ts'
import { own } from './en-own.ts'
import { flags, flagWhy, quality, visits } from './en-visits.ts'
import {
  compare,
  filter,
  grains,
  groupings,
  kinds,
  outcomes,
  periods,
  report,
} from './en-report.ts'

export const en = {
  title: '{page} – Guichet',
  nav: {
    label: 'Figures',
    skip: 'Skip to the figures',
    now: 'Office now',
    province: 'All offices',
    reports: 'Reports',
    quality: 'To look into',
    own: 'My figures',
    agents: 'Agents',
    cost: 'Cost',
    definitions: 'Definitions',
    desk: 'Desk',
  },
  refused: {
    heading: 'Figures',
    role: 'Your role does not see the figures of offices.',
    toDesk: 'Go to the desk',
  },
  state: {
    asking: 'One moment…',
    again: 'Try again',
    notYours: 'You see the figures of your own office or region, and not these.',
    showOwn: 'Show your offices',
    away: 'The figures could not be had: the server does not answer.',
    old: 'The figures shown are those of the request before.',
  },
  definition: {
    heading: 'What the figures mean',
    explain: 'Each figure has one definition: on the live page, in reports and in files.',
    hint: 'What this means',
  },
  table: {
    unknown: 'not known',
    behind: 'The visits behind this number',
    sortBy: 'Sort by {column}',
    agentUnnamed: 'An agent',
    serviceGone: '{code} (no longer offered)',
  },
  parts: {
    n: 'Visits',
    mean: 'Mean',
    p50: 'Half within',
    p80: '80% within',
    p90: '90% within',
    max: 'Longest',
    sureMax: 'Longest, doubtful left out',
    waitP50: 'Wait: half within',
    waitP80: 'Wait: 80% within',
    waitP90: 'Wait: 90% within',
    waitMax: 'Longest wait',
    serviceP50: 'Service: half within',
  },
  columns: {
    visits: 'Visits',
    served: 'Served',
    withinTarget: 'Within target',
    flagged: 'Doubtful',
  },
  files: {
    csv: 'CSV',
    xlsx: 'Excel',
    print: 'Print or PDF',
    what: 'What to download',
    statement: 'Statement',
    evidence: 'Evidence',
  },
  ...{ live, alerts, now, doing, province },
  ...{ chart, report, filter, periods, compare, grains, groupings, kinds, outcomes },
  ...{ visits, quality, flags, flagWhy },
  ...{ cost, steps, rates, paid, own, groups },
}

/** Everything the figures' pages can say. */
export type FigureMessages = typeof en
