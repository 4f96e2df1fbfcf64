// What the kiosk says in French, as the Canadian public service writes it.
import type { Messages } from './en.ts'
import { PUBLIC_WORDS } from '#protocol'
import { offline } from './fr-offline.ts'
import { speech } from './fr-speech.ts'

export const fr: Messages = {
  offline,
  speech,
  language: 'Français',
  welcome: {
    title: 'Bienvenue',
    touch: 'Touchez ici pour prendre un numéro',
    open: 'Ouvert en ce moment',
    openUntil: 'Ouvert jusqu’à {time}',
    notNow: 'Aucun numéro en ce moment\u00a0: {services}',
    waiting: 'Personne n’attend | 1 personne attend | {n} personnes attendent',
  },
  service: {
    title: 'Quel est l’objet de votre visite?',
    another: 'Que pouvons-nous faire d’autre?',
    inCategory: 'Choisissez un service',
    most: 'Les plus demandés ici',
    all: 'Tous les services',
    shut: 'Aucun numéro en ce moment',
  },
  search: {
    open: 'Chercher',
    title: 'Chercher un service',
    label: 'Écrivez un mot ou deux',
    found:
      'Aucun service trouvé. Essayez un autre mot ou revenez à tous les services. | 1 service trouvé | {n} services trouvés',
    begin: 'Par exemple\u00a0: permis, santé, impôt',
  },
  keyboard: {
    label: 'Clavier à l’écran',
    space: 'Espace',
    erase: 'Effacer',
  },
  confirm: {
    title: 'Avant de prendre votre numéro',
    bring: 'Ayez en main',
    nothing: 'Vous n’avez rien à apporter.',
    yes: 'Oui',
    no: 'Non',
    take: 'Prendre mon numéro',
    taking: 'Un instant…',
    another: 'Ajouter un service',
    remove: 'Retirer «\u00a0{service}\u00a0»',
    needs: 'Le personnel saura',
    leftOut: 'Votre numéro sera pour les autres services.',
    chooseOther: 'Choisir un autre service',
  },
  person: {
    open: 'Laisser votre prénom (facultatif)',
    openPhone: 'Laisser un numéro de téléphone (facultatif)',
    openBoth: 'Laisser votre prénom ou votre téléphone (facultatif)',
    change: 'Modifier\u00a0: {what}',
    name: 'Prénom',
    phone: 'Numéro de téléphone',
    mayBeCalledByName: 'L’écran de la salle peut m’appeler par ce nom',
    phoneWrong: 'Un numéro de téléphone compte au moins 7 chiffres.',
    kept: 'Ce n’est pas obligatoire\u00a0: le service est le même. Seul le personnel voit ce que vous laissez, et tout est effacé 1 jour après votre visite. | Ce n’est pas obligatoire\u00a0: le service est le même. Seul le personnel voit ce que vous laissez, et tout est effacé {n} jours après votre visite.',
    done: 'Terminé',
  },
  access: {
    open: 'Aide et affichage',
    title: 'Aide et affichage',
    display: 'L’affichage de l’écran',
    contrast: 'Contraste élevé',
    larger: 'Texte plus gros',
    reach: 'Commandes plus bas',
    needs: 'Le dire discrètement au personnel',
    needsWhat: 'Seul le personnel le voit, avec votre numéro.',
    done: 'Terminé',
  },
  need: {
    'more-time': 'J’ai besoin de plus de temps',
    seat: 'J’ai besoin d’un siège',
    escort: 'J’ai besoin que quelqu’un m’aide',
    'sign-language': 'J’utilise la langue des signes',
    'quiet-call': 'Venez me chercher, s’il vous plaît',
  },
  ticket: {
    title: 'Votre numéro est le',
    ahead: 'Personne avant vous | 1 personne avant vous | {n} personnes avant vous',
    aheadUnknown: 'On vous appellera par votre numéro',
    wait: 'Veuillez vous asseoir. Quand ce sera votre tour, le tableau affichera votre numéro et le guichet où aller.',
    remember: 'Retenez votre numéro ou prenez-le en photo.',
    follow: 'Suivez votre place sur votre téléphone',
    followHow: 'Pointez l’appareil photo vers ce code. Vous pouvez attendre dehors.',
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
    because: PUBLIC_WORDS.fr.because,
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
  steps: 'Étapes',
}
