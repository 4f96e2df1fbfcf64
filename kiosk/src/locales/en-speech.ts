// What the kiosk says aloud that it does not show, and what it shows when it cannot speak.
export const speech = {
  begin:
    'This screen is spoken. Press down or up to hear each choice, choose to take it, back to go back, help for help and display.',
  chosen: 'chosen',
  notChosen: 'not chosen',
  writeHere: 'Write here',
  unavailable: 'This kiosk cannot speak today. Please ask a member of staff.',
}
