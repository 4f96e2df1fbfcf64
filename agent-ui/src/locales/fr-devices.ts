// What the desk says in French of kiosks and boards that need somebody.
import type { devices as english } from './en-devices.ts'

export const devices: typeof english = {
  'paper-low': '{name}\u00a0: il reste peu de papier.',
  'paper-out': '{name}\u00a0: plus de papier.',
  'cover-open': '{name}\u00a0: l’imprimante est ouverte.',
  jam: '{name}\u00a0: l’imprimante est bloquée.',
  offline: '{name}\u00a0: l’imprimante ne répond pas.',
  silent: '{name}\u00a0: aucun signe depuis {time}.',
}
