// What the page of agents' groups says in English.
export const groups = {
  heading: 'Groups of agents',
  short: 'Groups of agents',
  explain:
    'Reports may be narrowed to a group, and then tell of nobody alone: three agents or more in each, nobody in two, and nobody or three or more in none. Days past are shown by the groups of today.',
  whoMakes: 'The manager of the office makes its groups.',
  noneYet: 'There are no groups yet.',
  en: 'Name in English',
  fr: 'Name in French',
  size: 'Agents',
  unnamed: 'New group',
  add: 'Add a group',
  remove: 'Remove',
  removeOne: 'Remove {name}',
  agent: 'Agent',
  group: 'Group',
  groupOf: 'Group of {name}',
  none: 'None',
  rest: 'Every agent is in a group. | 1 agent is in no group. | {count} agents are in no group.',
  few: '{name} has fewer than three agents: each could be told apart.',
  wrong: {
    name: 'A group needs a name in both languages.',
    rest: 'Fewer than three agents are in no group: each could be told apart. Put them into one, or leave more out.',
  },
  keep: 'Save these groups',
  kept: 'Saved: there are no groups. | Saved: 1 group. | Saved: {count} groups.',
}
