// What the phone says about being told while its page is closed, in English.
export const enPush = {
  tell: {
    ask: 'Tell me when it is my turn',
    on: 'This phone tells you when your turn is near and when you are called, even with this page closed. A message can come late: watch the board too.',
    stop: 'Stop telling me',
    refused: 'Your browser does not allow messages from this page. Keep the page open instead.',
    failed: 'Your browser could not set this up. Try again, or keep the page open.',
  },
}
