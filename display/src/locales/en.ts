// What the board says in English. French has the same keys; a test compares them.
export const en = {
  call: {
    now: 'Now calling',
    known: 'Last call known',
    number: 'Number',
    counter: 'Counter',
    announcement: 'Number {ticket}, {counter}.',
    last: 'Last calls',
    none: 'None at the moment',
    still: 'now',
    wait: 'Please wait for your number',
  },
  lines: {
    title: 'Waiting for',
    people: 'People',
    wait: 'Estimated wait',
    nobody: 'Nobody is waiting',
  },
  next: 'Next numbers',
  counters: {
    open: 'Counters open',
    away: '{counter}: on a break',
    back: 'back at {time}',
  },
  urgent: 'Important',
  welcome: {
    title: 'Welcome',
    how: 'Numbers are not called in this office. Please go to any open counter.',
  },
  closed: {
    back: 'Back {when}',
    still: 'Numbers already given are still called.',
  },
  sign: {
    next: 'Next, please',
    called: 'Now calling',
    serving: 'Now serving',
    closed: 'Closed',
    break: 'Back soon',
    backAt: 'Back at {time}',
    asOf: 'As known at {time}',
    unknown: 'This counter is not known in this office.',
  },
  waiting: 'people waiting | person waiting | people waiting',
  joinByPhone: 'Join the queue with your phone',
  asOf: 'at {time}',
  freshness: {
    live: 'Live',
    since: 'Not live since {time}',
    never: 'Not live',
    ask: 'Please watch for staff, or ask at a counter.',
  },
  sound: {
    blocked: 'Staff: the sound is off until this screen is touched.',
    on: 'Turn on the sound',
  },
  loading: {
    title: 'One moment…',
    unreachable: 'This board cannot reach the office’s system yet. It keeps trying by itself.',
  },
  refused: {
    title: 'This board is out of service',
    token:
      'For staff: this screen has no valid device token. Open the board link that an administrator gives you.',
    office:
      'For staff: this device belongs to another office, or the office in the address does not exist.',
    old: 'For staff: this page is older than the server. It loads again by itself.',
    other: 'For staff: the server does not let this device be a board.',
    code: 'Code: {code}',
    reload: 'Load again',
  },
}

export type Messages = typeof en
