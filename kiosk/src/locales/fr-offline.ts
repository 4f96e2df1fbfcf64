// What the kiosk says in French of a number that it gave while it was cut off.
import type { offline as english } from './en-offline.ts'

export const offline: typeof english = {
  valid: 'Votre numéro est valide',
  place:
    'On ne peut pas joindre le système du bureau en ce moment. Votre place dans la file compte dès maintenant, et on vous appellera par ce numéro.',
}
