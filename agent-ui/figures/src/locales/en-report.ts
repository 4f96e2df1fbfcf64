// What reports say in English: their filter, periods, comparisons, and what they are split by.
import { GROUPING_WORDS, inOne, KIND_WORDS, OUTCOME_WORDS } from '#protocol'
export const report = {
  heading: 'Report',
  asOf: 'As of {day}, {time}',
  empty: 'No visits: nothing happened here in this period',
  emptyFiltered: 'No visit matches these filters',
  emptyHint: 'Choose another period, or take a filter away.',
  answer: {
    question: 'Were people served in good time?',
    within: '{share} of people waited {minutes} min or less',
    ownTargets: '{share} of people waited no longer than their office’s target',
    unknown: 'Nobody was called: waits are not known',
    waits:
      'Half waited {half} or less; one in ten longer than {tenth}. {left} left before they were called.',
    waitsFew:
      'At least half did not wait at all; one in ten waited longer than {tenth}. {left} left before they were called.',
    waitsNone: 'At least nine in ten did not wait at all. {left} left before they were called.',
    doubted:
      'The longest wait, {longest}, is of a doubtful visit: without the 1 doubtful visit it is {sure}, and {share} are within target. | The longest wait, {longest}, is of a doubtful visit: without the {count} doubtful visits it is {sure}, and {share} are within target.',
    change:
      '{points} point compared with the other period ({before}). | {points} points compared with the other period ({before}).',
    where: {
      office: 'Offices where the target is met least often:',
      service: 'Services where the target is met least often:',
    },
    whereOf: {
      office: 'Offices of {least} visits or more where the target is met least often:',
      service: 'Services of {least} visits or more where the target is met least often:',
    },
    when: 'Longest waits: {day}, {from} to {to}; 80% waited up to {wait}.',
    help: 'Counters were enough then ({open} open on average; {needed} were needed): look at which services they took, and at breaks. | One more counter then would help: {open} were open on average; {needed} were needed. | {count} more counters then would help: {open} were open on average; {needed} were needed.',
  },
  doubted:
    'Longest because of a doubtful visit; without doubtful visits the longest wait of all is {wait}.',
  doubtedMark: 'because of a doubtful visit',
  figures: 'Figures',
  levels: {
    peopleWaiting: 'Waiting at once, on average',
    openCounters: 'Open counters, on average',
    most: 'at most {most}',
  },
  lengths: 'Times',
  shares: 'Shares',
  share: 'Share',
  ofHowMany: 'Of how many',
  total: 'Total',
  splitBy: 'Split by',
  table: 'By {by}',
  course: {
    heading: '{figure}, by {grain}',
    choose: 'What is drawn',
    wait: 'The wait 80% stayed within',
    withinTarget: 'Within target',
    visits: 'Visits',
  },
  week: {
    heading: 'The week by half hour',
    day: 'Day',
    wait: 'Wait in minutes that 80% did not exceed, by the half hour in which people came',
    visits: 'Visits, by the half hour in which people came',
    left: 'Share in percent of people who left before the call',
    percent: '{share}%',
    cell: '{day}, {time}: {value}',
  },
}

export const filter = {
  label: 'What the report looks at',
  period: 'Period',
  from: 'From',
  last: 'To',
  wrong: {
    years: 'Give a day from the years {first} to {last}.',
    order: 'The last day is before the first.',
    tooLong: 'A period is at most ten years.',
  },
  compare: 'Compare with',
  region: 'Region',
  offices: 'Office',
  services: 'Service',
  categories: 'Category',
  programmes: 'Programme',
  channels: 'Channel',
  kind: 'Appointment',
  outcomes: 'Outcome',
  agentGroups: 'Group of agents',
  agents: 'Agent',
  target: 'Target',
  targetOf: 'target {minutes} min',
  all: 'All',
  allOffices: 'All your offices',
  chip: '{label}: {name}',
  remove: 'Take away {label}: {name}',
  withoutFlagged: 'Without doubtful visits',
  flagged: { without: 'without doubtful visits', only: 'doubtful visits only' },
}

export const periods = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'Last 7 days',
  'four-weeks': 'Last 4 weeks',
  month: 'This month',
  'last-month': 'Last month',
  'fiscal-year': 'This fiscal year ({years})',
  'last-fiscal-year': 'Last fiscal year ({years})',
  other: 'Other dates',
}

export const compare = {
  none: 'Nothing',
  before: 'The period before',
  year: 'A year ago',
  with: 'compared with {period}',
  weeks: 'moved by whole weeks, so that weekdays match',
  points: '{points} point | {points} points',
  nothing: 'Nothing is known of the other period.',
  change: 'Change, points',
  p80: '80%: change',
  visits: 'Visits: change',
}

export const grains = {
  'half-hour': 'half hour',
  day: 'day',
  week: 'week',
  month: 'month',
}

export const groupings = inOne(GROUPING_WORDS, 'en')
export const kinds = inOne(KIND_WORDS, 'en')
export const outcomes = inOne(OUTCOME_WORDS, 'en')
