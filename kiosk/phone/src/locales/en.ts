// What the phone says in English. French has the same keys; a test compares them.
import { enPush } from './en-push.ts'

export const en = {
  ...enPush,
  language: 'English',
  title: 'Number {ticket}',
  called: { title: '{ticket}: {counter}' },
  number: 'Your number',
  ahead: 'Nobody is ahead of you | 1 person is ahead of you | {n} people are ahead of you',
  soon: 'You are next. Please stay near the counters.',
  keepOpen: 'This page moves by itself. Keep it open to be told when it is your turn.',
  why: {
    appointment: 'Somebody with an appointment goes first.',
    priority: 'Somebody who cannot wait as long goes first.',
    'too-long': 'Somebody who has waited very long for their service goes first.',
    'other-service': 'A later number was called for another service, at another counter.',
    'back-in-line': 'Somebody who was here before is back in line.',
    'more-time': 'You asked for more time: others go first.',
  },
  state: {
    expected: {
      title: 'You have a place in line',
      ahead:
        'Nobody here is ahead of you | 1 person here is ahead of you | {n} people here are ahead of you',
      what: 'You are called only once you are in the office. When you are there, scan the code on the board with this phone, or tell a member of staff.',
      passed: 'Your turn came at {time}; your place is kept until {until}',
      late: 'Your turn came at {time}; when you are here, you wait behind those who are here by then.',
    },
    called: { title: 'It is your turn', what: 'Please go to', where: 'Please see the board.' },
    serving: { title: 'You are being served' },
    held: {
      title: 'You will be called again',
      what: 'An agent is keeping your place while something is being done.',
    },
    served: { title: 'Your visit has ended', what: 'Thank you. You can close this page.' },
    left: {
      title: 'You have left the queue',
      what: 'If that was a mistake, speak to a member of staff today: they can bring you back.',
    },
    'no-show': {
      title: 'You were called and did not come',
      what: 'Please speak to a member of staff today: they can bring you back.',
    },
    closed: {
      title: 'The office’s day is over',
      what: 'Your visit was closed. Please take a new number another day.',
    },
  },
  moreTime: {
    open: 'I need more time',
    title: 'Let a few people go first?',
    what: 'Up to three people who are behind you are called before you. You can do this twice.',
    last: 'Up to three people who are behind you are called before you. After this, be in the room when you are called: if you are not there, your visit ends.',
    yes: 'Yes, let them go first',
    no: 'No, keep my place',
    used: 'You have had more time twice. Please be in the room now.',
  },
  leave: {
    open: 'Leave the queue',
    title: 'Leave the queue?',
    what: 'Your place goes to the next person.',
    yes: 'Yes, leave',
    no: 'No, stay',
  },
  join: {
    title: 'Which service do you need?',
    waiting: 'Nobody is waiting now | 1 person is waiting now | {n} people are waiting now',
    inRoom: 'You get a number, and this phone tells you when it is your turn.',
    fromAfar:
      'You get a number and a place in line now. You are called only once you are in the office and have scanned the code on the board.',
    notOffered: 'This office gives numbers at its entrance only.',
    closed: 'The office gives no numbers now.',
    page: 'Opening hours and address',
    mine: 'This phone has number {ticket} here already.',
    show: 'Show my number',
  },
  sending: 'One moment…',
  failed: {
    'nobody-behind': 'Nobody is waiting behind you: you keep your place.',
    'more-time-used': 'You have had more time as often as you can.',
    'move-not-allowed': 'That is no longer possible: something has changed just now.',
    'too-many-requests': 'Too many tries. Please wait a minute.',
    unreachable: 'Not sent: there is no connection. Please try again.',
    'connected-again': 'Connected again. Nothing was sent: please try again.',
    'room-code-wrong': 'This code is too old. Please scan the one that the board shows now.',
    'joining-closed': 'This office gives numbers at its entrance only.',
    'joining-full':
      'Many people have joined from afar already. Please try again later, or come in.',
    'office-closed': 'The office gives no numbers now.',
    'service-paused': 'No numbers are given for this service right now.',
    'quota-reached': 'All numbers for this service have been given today.',
    other: 'That did not work. Please try again, or speak to a member of staff.',
  },
  sound: {
    allow: 'Turn on the sound',
    on: 'There will be a sound when it is your turn.',
    off: 'Your browser allows no sound.',
  },
  gone: {
    title: 'This link follows no number any more',
    what: 'Numbers are forgotten at the end of the day. If yours is of today, open the link or the code of your ticket again.',
  },
  old: 'This page is out of date.',
  reload: 'Load it again',
  freshness: {
    live: 'Live',
    since: 'Not live since {time}; watch the board',
    never: 'Not live; watch the board',
  },
}

export type Messages = typeof en
