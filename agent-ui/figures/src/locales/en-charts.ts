// What charts say in English: their headings, and what a look at them tells.
export const chart = {
  table: 'Show as a table',
  halfHour: 'Half hour from',
  waits: {
    heading: 'Wait by half hour of arrival',
    p50: 'Half waited at most',
    p80: '80% waited at most',
    max: 'Longest',
    target: 'Target: {wait}',
    nothing: 'Nobody’s wait has ended yet.',
    worst: 'Longest for those who came from {time}: 80% waited {wait} or less.',
    over: 'Of those called, no half hour was over {target}. | Of those called, 1 half hour was over {target}. | Of those called, {count} half hours were over {target}.',
    still: '1 who still waits is over the target. | {count} who still wait are over the target.',
  },
  people: {
    heading: 'People by half hour of arrival',
    arrived: 'Arrived',
    served: 'Of them, served by now',
    left: 'Of them, left',
    nothing: 'Nobody has come yet.',
    busiest:
      'Busiest from {time}: 1 of {total} visits. | Busiest from {time}: {count} of {total} visits.',
  },
  spread: {
    axis: 'Wait in minutes',
    heading: 'How long people waited',
    wait: 'Wait',
    visits: 'Visits',
    share: 'Share',
    between: '{from} to {to} min',
    over: '{from} min or more',
    most: 'Most often {stretch}: {share} of the visits.',
    nothing: 'Nobody was called.',
  },
  trend: {
    when: 'When',
    told: '{figure}: {first} ({from}), {last} ({to}).',
    nothing: 'Nothing is known of this period.',
  },
}
