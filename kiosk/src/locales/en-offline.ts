// What the kiosk says in English of a number that it gave while it was cut off.
export const offline = {
  valid: 'Your number is valid',
  place:
    'The office’s system cannot be reached right now. Your place in line counts from this moment, and you will be called by this number.',
}
