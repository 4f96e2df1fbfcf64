// What the page of one person's figures says in English.
export const own = {
  heading: 'My figures',
  short: 'One agent',
  headingOfOne: 'Figures of one agent',
  whose: 'Agent',
  choose: 'Choose one…',
  chooseFirst: 'Choose whose figures you want to see.',
  what: 'What took the time',
  empty: 'No visits in this period.',
  off: 'This office shows no figures of single agents',
  offWhy:
    'Nobody sees your figures, not even your manager. The office can turn them on; then you would see yours here, and your manager would see them too.',
  offForManager:
    'They stay off unless the office turns them on (an administrator does, in the settings of the office). Then each agent sees their own, and you see those of one agent at a time.',
  who: 'Only you and your manager see these figures. They are not compared with anybody’s.',
  whoOfOne: 'This agent sees the same figures. They are not compared with anybody’s.',
}
