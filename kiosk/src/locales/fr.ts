// What the kiosk says in French, as the Canadian public service writes it.
import type { Messages } from './en.ts'

export const fr: Messages = {
  language: 'Français',
  welcome: {
    title: 'Bienvenue',
    touch: 'Touchez ici pour prendre un numéro',
    waiting: 'Personne n’attend | 1 personne attend | {n} personnes attendent',
  },
  category: {
    title: 'Qu’est-ce qui vous amène aujourd’hui?',
  },
  service: {
    title: 'Choisissez un service',
    titleAlone: 'Qu’est-ce qui vous amène aujourd’hui?',
    sending: 'Un instant, nous préparons votre numéro…',
  },
  ticket: {
    title: 'Votre numéro est le',
    ahead: 'Personne avant vous | 1 personne avant vous | {n} personnes avant vous',
    aheadUnknown: 'On vous appellera par votre numéro',
    wait: 'Veuillez vous asseoir. Quand ce sera votre tour, le tableau affichera votre numéro et le guichet où aller.',
    remember: 'Retenez votre numéro ou prenez-le en photo.',
    done: 'Terminé',
    moreTime: 'Plus de temps',
    closes: 'Cet écran se ferme dans 1 seconde | Cet écran se ferme dans {n} secondes',
  },
  failed: {
    title: 'Votre numéro n’a pas encore pu être donné',
    unreachable: 'Cette borne ne peut pas joindre le système du bureau en ce moment.',
    busy: 'Le système du bureau est trop occupé en ce moment.',
    unexpected: 'Une erreur s’est produite dans le système du bureau.',
    kept: 'Votre choix est conservé\u00a0:',
    tryAgain: 'Réessayer',
    trying: 'Nouvel essai…',
    other: 'Choisir autre chose',
    staff:
      'Si cela ne fonctionne pas, adressez-vous à un membre du personnel. On peut vous servir sans cette borne.',
  },
  notOffered: {
    withdrawn: {
      title: 'Ce service n’est plus offert ici aujourd’hui',
      what: 'Veuillez choisir un autre service ou vous adresser à un membre du personnel.',
    },
    closed: {
      title: 'Le bureau ne donne plus de numéros',
      what: 'Il vient de fermer. Veuillez vous adresser à un membre du personnel.',
    },
    paused: {
      title: 'Aucun numéro n’est donné pour ce service en ce moment',
      what: 'Veuillez choisir un autre service ou vous adresser à un membre du personnel.',
    },
    full: {
      title: 'Tous les numéros du jour ont été donnés pour ce service',
      what: 'Veuillez choisir un autre service ou revenir un autre jour.',
    },
  },
  shut: {
    closed: 'Le bureau est fermé',
    stopped: 'Plus de numéros pour le moment',
    next: 'Ouverture le {when}',
    holders: 'Si vous avez déjà un numéro, on vous servira quand même.',
    service: 'Aucun numéro en ce moment',
    serviceFull: 'Tous les numéros du jour ont été donnés',
    until: 'De nouveau le {when}',
    when: '{day} à {time}',
    because: {
      full: 'Il y a déjà autant de personnes que nous pouvons en servir aujourd’hui.',
      'short-staffed': 'Le personnel est moins nombreux qu’à l’habitude.',
      'system-down': 'Les systèmes dont nous avons besoin sont en panne.',
      emergency: 'Il y a une urgence au bureau.',
      other: 'Le bureau a cessé de donner des numéros.',
    },
  },
  loading: {
    title: 'Un instant…',
    unreachable:
      'Cette borne ne peut pas encore joindre le système du bureau. Elle continue d’essayer.',
    staff: 'Veuillez vous adresser à un membre du personnel.',
  },
  closed: {
    title: 'Aucun service n’est offert à cette borne',
    staff: 'Veuillez vous adresser à un membre du personnel.',
  },
  refused: {
    title: 'Cette borne est hors service',
    staff: 'Veuillez vous adresser à un membre du personnel.',
    forStaff: 'Pour le personnel',
    token:
      'Cet écran n’a pas de jeton d’appareil valide. Ouvrez le lien de borne fourni par l’administration.',
    office:
      'Cet appareil appartient à un autre bureau, ou le bureau indiqué dans l’adresse n’existe pas.',
    old: 'Cette page est plus ancienne que le serveur. Chargez-la de nouveau.',
    other: 'Le serveur ne permet pas à cet appareil de servir de borne.',
    code: 'Code\u00a0: {code}',
    reload: 'Charger de nouveau',
  },
  idle: {
    title: 'Êtes-vous toujours là?',
    what: 'Cette borne recommence dans 1 seconde. | Cette borne recommence dans {n} secondes.',
    stay: 'J’ai besoin de plus de temps',
    over: 'Recommencer',
  },
  freshness: {
    live: 'En direct',
    since: 'Pas à jour depuis {time}',
    never: 'Pas à jour',
  },
  back: 'Retour',
  choices: 'Choix',
  steps: 'Étapes',
}
