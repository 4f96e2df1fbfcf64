// What the call bar and the desktop program say in French.
import type { desktop as english } from './en-desktop.ts'

export const desktop: typeof english = {
  heading: 'Barre d’appel',
  whole: 'Poste complet',
  waiting: 'Personne n’attend | 1 en attente | {count} en attente',
  longest: 'jusqu’à {duration}',
  notLive: 'Pas à jour depuis {time}',
  moves: 'Ce que vous pouvez faire',
  here: 'Sur cet ordinateur',
  notify: 'M’aviser des arrivées',
  notifyOn:
    'Un avis s’affichera quand une personne arrivera alors que vous êtes libre et que personne ne vous attend.',
  notifyOff: 'Les avis d’arrivée sont désactivés.',
  notifyRefused:
    'Ce navigateur ne permet pas au poste de vous aviser. Autorisez-le dans les paramètres du navigateur, puis réessayez.',
  arrived: '{ticket} attend',
  globalKey: 'Appeler depuis tout autre programme\u00a0: {key}',
  tray: '{waiting} · {doing}',
}
