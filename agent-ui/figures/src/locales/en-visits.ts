// What is said of single visits in English: those behind a number, and those whose record is doubted.
import { FLAG_WORDS, inOne } from '#protocol'
export const visits = {
  heading: 'Visits',
  back: 'Back',
  ofShare: 'Which visits of this share',
  parts: { counted: 'Those it counts', rest: 'The others' },
  none: 'No visits are behind this number.',
  shown: '1 visit shown | {count} visits shown',
  shownFirst: '{count} visits shown, and there are more',
  more: 'Show more',
  notYours: 'Your role sees figures, and not the visits behind them.',
  ticket: 'Ticket',
  arrived: 'Arrived',
  services: 'Services',
  toDesk: 'To counter',
  inOffice: 'In the office',
  outcome: 'Outcome',
  doubts: 'Doubts',
  storyOf: 'The story of {ticket}',
}

export const quality = {
  heading: '{office}: visits to look into',
  explain:
    'Records that are doubted. What you find is saved beside the record; the record itself is never changed.',
  score: 'Data quality',
  visits: '1 visit | {count} visits',
  lookedInto: '{count} looked into',
  why: 'Why',
  any: 'Any reason',
  flagCount: '{flag} ({count})',
  which: 'Which',
  states: { open: 'Not looked into yet', 'looked-into': 'Looked into', any: 'All' },
  list: 'Visits to look into',
  none: 'Nothing to look into here.',
  more: 'There are more: narrow the dates or the reason.',
  todo: 'What helps',
  todos: {
    correct: 'Say how it ended',
    confirm: 'Say if it is right',
    compare: 'Find the other one',
  },
  todoWhy: {
    correct: 'What helps: correct the visit on the desk, then say so here.',
    confirm: 'What helps: say whether the record is right.',
    compare: 'What helps: look for the other visit of the same person.',
  },
  lookInto: 'Look into {ticket}',
  finding: 'What did you find?',
  findings: {
    right: 'It is right',
    corrected: 'It was corrected',
    'wrong-not-mended': 'It is wrong and stays so',
  },
  found: '{finding}: {reason} ({name})',
  reason: 'Why (name nobody)',
  findingNeeded: 'Choose what you found.',
  reasonNeeded: 'Say why in a few words.',
  keep: 'Save',
  done: '{ticket} is looked into.',
}

export const flags = inOne(FLAG_WORDS, 'en')

export const flagWhy = {
  'too-short': 'Hardly anything can be done in that time.',
  overnight: 'It was still open the next day.',
  'closed-by-night': 'Nobody ended it; the night did.',
  'unserved-run': 'The same counter called several people in a row who were not served.',
  'times-wrong': 'An agent has said that its times are not right.',
  duplicate: 'A very similar visit began at almost the same time.',
}
