// What the kiosk says in English. French has the same keys; a test compares them.
export const en = {
  language: 'English',
  welcome: {
    title: 'Welcome',
    touch: 'Touch here to get a number',
    waiting: 'Nobody is waiting | 1 person is waiting | {n} people are waiting',
  },
  category: {
    title: 'What brings you here today?',
  },
  service: {
    title: 'Choose a service',
    titleAlone: 'What brings you here today?',
    sending: 'One moment, getting your number…',
  },
  ticket: {
    title: 'Your number is',
    ahead: 'Nobody is ahead of you | 1 person is ahead of you | {n} people are ahead of you',
    aheadUnknown: 'You will be called by your number',
    wait: 'Please take a seat. When it is your turn, the board shows your number and the counter to go to.',
    remember: 'Remember your number, or take a picture of it.',
    done: 'Done',
    moreTime: 'More time',
    closes: 'This screen closes in 1 second | This screen closes in {n} seconds',
  },
  failed: {
    title: 'Your number could not be given yet',
    unreachable: 'This kiosk cannot reach the office’s system right now.',
    busy: 'The office’s system is too busy right now.',
    unexpected: 'Something went wrong in the office’s system.',
    kept: 'Your choice is kept:',
    tryAgain: 'Try again',
    trying: 'Trying again…',
    other: 'Choose something else',
    staff:
      'If it does not work, please speak to a member of staff. They can serve you without this kiosk.',
  },
  notOffered: {
    withdrawn: {
      title: 'This service is no longer offered here today',
      what: 'Please choose another service, or speak to a member of staff.',
    },
    closed: {
      title: 'The office is giving no more numbers',
      what: 'It closed a moment ago. Please speak to a member of staff.',
    },
    paused: {
      title: 'No numbers are given for this service right now',
      what: 'Please choose another service, or speak to a member of staff.',
    },
    full: {
      title: 'All numbers for this service have been given today',
      what: 'Please choose another service, or come back another day.',
    },
  },
  shut: {
    closed: 'The office is closed',
    stopped: 'No more numbers for now',
    next: 'Opens {when}',
    holders: 'If you already have a number, you will still be served.',
    service: 'No numbers right now',
    serviceFull: 'All numbers for today have been given',
    until: 'Again {when}',
    when: '{day} at {time}',
    because: {
      full: 'As many people are waiting as can be served today.',
      'short-staffed': 'Fewer staff than usual are here.',
      'system-down': 'The systems we need are not working.',
      emergency: 'There is an emergency in the office.',
      other: 'The office has stopped giving numbers.',
    },
  },
  loading: {
    title: 'One moment…',
    unreachable: 'This kiosk cannot reach the office’s system yet. It keeps trying by itself.',
    staff: 'Please speak to a member of staff.',
  },
  closed: {
    title: 'No services are offered at this kiosk',
    staff: 'Please speak to a member of staff.',
  },
  refused: {
    title: 'This kiosk is out of service',
    staff: 'Please speak to a member of staff.',
    forStaff: 'For staff',
    token:
      'This screen has no valid device token. Open the kiosk link that an administrator gives you.',
    office: 'This device belongs to another office, or the office in the address does not exist.',
    old: 'This page is older than the server. Load it again.',
    other: 'The server does not let this device be a kiosk.',
    code: 'Code: {code}',
    reload: 'Load again',
  },
  idle: {
    title: 'Are you still there?',
    what: 'This kiosk starts over in 1 second. | This kiosk starts over in {n} seconds.',
    stay: 'I need more time',
    over: 'Start over',
  },
  freshness: {
    live: 'Live',
    since: 'Not live since {time}',
    never: 'Not live',
  },
  back: 'Back',
  choices: 'Choices',
  steps: 'Steps',
}

export type Messages = typeof en
