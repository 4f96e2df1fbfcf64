// What the desk says in English of kiosks and boards that need somebody.
export const devices = {
  'paper-low': '{name}: the paper is running out.',
  'paper-out': '{name}: out of paper.',
  'cover-open': '{name}: the printer is open.',
  jam: '{name}: the printer is stuck.',
  offline: '{name}: the printer does not answer.',
  silent: '{name}: not heard from since {time}.',
}
