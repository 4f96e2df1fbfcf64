// What the call bar and the desktop program say in English.
export const desktop = {
  heading: 'Call bar',
  whole: 'Whole desk',
  waiting: 'Nobody waiting | 1 waiting | {count} waiting',
  longest: 'up to {duration}',
  notLive: 'Not live since {time}',
  moves: 'What you can do',
  here: 'On this computer',
  notify: 'Notify me of arrivals',
  notifyOn:
    'You will be notified when someone arrives while you are free and nobody waits for you.',
  notifyOff: 'You will not be notified any more.',
  notifyRefused:
    'This browser does not let the desk notify you. Allow it in the browser’s settings, then try again.',
  arrived: '{ticket} is waiting',
  globalKey: 'Call next from any program: {key}',
  tray: '{waiting} · {doing}',
}
