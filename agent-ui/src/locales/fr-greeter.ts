// What the greeter’s panel says in French.
import type { greeter as english } from './en-greeter.ts'

export const greeter: typeof english = {
  heading: 'Ajouter une personne',
}
