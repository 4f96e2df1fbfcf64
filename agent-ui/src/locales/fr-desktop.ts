// What the call bar and the desktop program say in French.
import type { desktop as english } from './en-desktop.ts'

export const desktop: typeof english = {
  heading: 'Barre d’appel',
}
