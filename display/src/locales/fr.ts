// What the board says in French, as the Canadian public service writes it.
import type { Messages } from './en.ts'

export const fr: Messages = {
  call: {
    now: 'Appel en cours',
    known: 'Dernier appel connu',
    number: 'Numéro',
    counter: 'Guichet',
    announcement: 'Numéro {ticket}, {counter}.',
    last: 'Derniers appels',
    none: 'Aucun pour l’instant',
    still: 'en cours',
    wait: 'Veuillez attendre votre numéro',
  },
  lines: {
    title: 'En attente pour',
    people: 'Personnes',
    wait: 'Attente estimée',
    nobody: 'Personne n’attend',
  },
  next: 'Prochains numéros',
  counters: {
    open: 'Guichets ouverts',
    away: '{counter}\u00a0: en pause',
    back: 'de retour à {time}',
  },
  urgent: 'Important',
  welcome: {
    title: 'Bienvenue',
    how: 'Ce bureau n’appelle pas de numéros. Présentez-vous à un guichet ouvert.',
  },
  closed: {
    back: 'De retour {when}',
    still: 'Les numéros déjà donnés sont encore appelés.',
  },
  sign: {
    next: 'Personne suivante',
    called: 'Appel en cours',
    serving: 'En service',
    closed: 'Fermé',
    break: 'De retour sous peu',
    backAt: 'De retour à {time}',
    asOf: 'Selon la situation à {time}',
    unknown: 'Ce guichet n’est pas connu dans ce bureau.',
  },
  waiting: 'personne en attente | personne en attente | personnes en attente',
  joinByPhone: 'Joignez-vous à la file avec votre téléphone',
  asOf: 'à {time}',
  freshness: {
    live: 'En direct',
    since: 'Pas à jour depuis {time}',
    never: 'Pas à jour',
    ask: 'Surveillez le personnel ou adressez-vous à un guichet.',
  },
  sound: {
    blocked: 'Personnel\u00a0: le son est coupé tant que cet écran n’a pas été touché.',
    on: 'Activer le son',
  },
  loading: {
    title: 'Un instant…',
    unreachable:
      'Ce tableau ne peut pas encore joindre le système du bureau. Il continue d’essayer.',
  },
  refused: {
    title: 'Ce tableau est hors service',
    token:
      'Personnel\u00a0: cet écran n’a pas de jeton d’appareil valide. Ouvrez le lien de tableau fourni par l’administration.',
    office:
      'Personnel\u00a0: cet appareil appartient à un autre bureau, ou le bureau indiqué dans l’adresse n’existe pas.',
    old: 'Personnel\u00a0: cette page est plus ancienne que le serveur. Elle se charge de nouveau d’elle-même.',
    other: 'Personnel\u00a0: le serveur ne permet pas à cet appareil de servir de tableau.',
    code: 'Code\u00a0: {code}',
    reload: 'Charger de nouveau',
  },
}
