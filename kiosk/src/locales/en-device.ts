// What the kiosk says in English of its paper and of itself: coming in as a new device, being closed.
export const device = {
  printing: {
    printing: 'Your ticket is being printed…',
    printed: 'Please take your ticket.',
    failed: {
      title: 'Your ticket could not be printed',
      valid: 'Your number is valid without it. Please remember {ticket}.',
      validScan: 'Your number is valid without it. Please remember {ticket}, or scan the code.',
      why: {
        'paper-out': 'The printer has no paper left.',
        'cover-open': 'The printer is open.',
        jam: 'The printer is stuck.',
        offline: 'The printer does not answer.',
      },
      told: 'Staff have been told.',
      tell: 'Please tell a member of staff.',
    },
  },

  enrol: {
    title: 'This screen is new here',
    what: 'Give this code to an administrator, who approves it for your office.',
    expires: 'A new code appears here when this one has expired.',
    unreachable: 'The server cannot be reached. It is being tried again.',
  },

  leave: {
    title: 'For staff',
    what: 'Enter the code to close this kiosk.',
    erase: 'Erase',
    cancel: 'Cancel',
    close: 'Close the kiosk',
    wrong: 'That is not the code.',
  },
}
