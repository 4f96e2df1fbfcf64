// What the kiosk says in English of the paper ticket, and of coming in as a new device.
export const printing = {
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
}

export const enrol = {
  title: 'This screen is new here',
  what: 'Give this code to an administrator, who approves it for your office.',
  code: 'Code',
  expires: 'A new code appears here when this one has expired.',
  waiting: 'Waiting for approval…',
  unreachable: 'The server cannot be reached. It is being tried again.',
  noProgram: 'One moment…',
}

export const leave = {
  open: 'For staff',
  title: 'For staff',
  what: 'Enter the code to close this kiosk.',
  erase: 'Erase',
  cancel: 'Cancel',
  close: 'Close the kiosk',
  wrong: 'That is not the code.',
}
