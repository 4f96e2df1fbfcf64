// What the office now says in French.
import type { officeNow as english } from './en-office-now.ts'

export const officeNow: typeof english = {
  heading: 'Le bureau en ce moment',
}
