// What the office now says in English.
export const officeNow = {
  heading: 'The office now',
}
