// What the greeter’s panel says in English.
export const greeter = {
  heading: 'Add a person',
}
