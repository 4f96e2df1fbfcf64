// What the phone says in French, as the Canadian public service writes it.
import { frPush } from './fr-push.ts'
import type { Messages } from './en.ts'

export const fr: Messages = {
  ...frPush,
  language: 'Français',
  title: 'Numéro {ticket}',
  called: { title: '{ticket}\u00a0: {counter}' },
  number: 'Votre numéro',
  ahead: 'Personne n’est devant vous | 1 personne est devant vous | {n} personnes sont devant vous',
  soon: 'C’est bientôt à vous. Restez près des guichets.',
  keepOpen:
    'Cette page se met à jour d’elle-même. Gardez-la ouverte pour savoir quand c’est à vous.',
  why: {
    appointment: 'Une personne qui a rendez-vous passe d’abord.',
    priority: 'Une personne qui ne peut attendre aussi longtemps passe d’abord.',
    'too-long': 'Une personne qui attend son service depuis très longtemps passe d’abord.',
    'other-service':
      'Un numéro plus récent a été appelé pour un autre service, à un autre guichet.',
    'back-in-line': 'Une personne arrivée avant est de retour dans la file.',
    'more-time': 'Vous avez demandé un délai\u00a0: d’autres passent d’abord.',
  },
  state: {
    expected: {
      title: 'Vous avez une place dans la file',
      ahead:
        'Ici, personne n’est devant vous | Ici, 1 personne est devant vous | Ici, {n} personnes sont devant vous',
      what: 'On vous appelle seulement une fois que vous êtes au bureau. Sur place, balayez le code du tableau avec ce téléphone ou adressez-vous au personnel.',
      passed: 'Votre tour est venu à {time}; votre place est gardée jusqu’à {until}',
      late: 'Votre tour est venu à {time}; à votre arrivée, vous attendrez derrière les personnes déjà là.',
    },
    called: {
      title: 'C’est votre tour',
      what: 'Présentez-vous ici\u00a0:',
      where: 'Consultez le tableau.',
    },
    serving: { title: 'On s’occupe de vous' },
    held: {
      title: 'On vous appellera de nouveau',
      what: 'Le personnel garde votre place pendant qu’une étape se termine.',
    },
    served: { title: 'Votre visite est terminée', what: 'Merci. Vous pouvez fermer cette page.' },
    left: {
      title: 'Vous avez quitté la file',
      what: 'Si c’est une erreur, adressez-vous aujourd’hui au personnel, qui peut vous y ramener.',
    },
    'no-show': {
      title: 'Votre numéro a été appelé en votre absence',
      what: 'Adressez-vous aujourd’hui au personnel, qui peut vous ramener dans la file.',
    },
    closed: {
      title: 'La journée du bureau est terminée',
      what: 'Votre visite a été fermée. Prenez un nouveau numéro un autre jour.',
    },
  },
  moreTime: {
    open: 'Il me faut plus de temps',
    title: 'Laisser passer quelques personnes?',
    what: 'Jusqu’à trois personnes derrière vous sont appelées avant vous. Vous pouvez le faire deux fois.',
    last: 'Jusqu’à trois personnes derrière vous sont appelées avant vous. Ensuite, soyez dans la salle à l’appel\u00a0: en votre absence, votre visite prend fin.',
    yes: 'Oui, les laisser passer',
    no: 'Non, garder ma place',
    used: 'Vous avez obtenu deux délais. Veuillez être dans la salle maintenant.',
  },
  leave: {
    open: 'Quitter la file',
    title: 'Quitter la file?',
    what: 'Votre place va à la personne suivante.',
    yes: 'Oui, quitter',
    no: 'Non, rester',
  },
  join: {
    title: 'De quel service avez-vous besoin?',
    waiting:
      'Personne n’attend en ce moment | 1 personne attend en ce moment | {n} personnes attendent en ce moment',
    inRoom: 'Vous obtenez un numéro, et ce téléphone vous dit quand c’est votre tour.',
    fromAfar:
      'Vous obtenez maintenant un numéro et une place dans la file. On vous appelle seulement une fois que vous êtes au bureau et avez balayé le code du tableau.',
    notOffered: 'Ce bureau donne des numéros à l’entrée seulement.',
    closed: 'Le bureau ne donne aucun numéro en ce moment.',
    page: 'Heures d’ouverture et adresse',
    mine: 'Ce téléphone a déjà le numéro {ticket} ici.',
    show: 'Voir mon numéro',
  },
  sending: 'Un instant…',
  failed: {
    'nobody-behind': 'Personne n’attend derrière vous\u00a0: vous gardez votre place.',
    'more-time-used': 'Vous avez obtenu autant de délais que possible.',
    'move-not-allowed': 'Ce n’est plus possible\u00a0: la situation vient de changer.',
    'too-many-requests': 'Trop d’essais. Attendez une minute.',
    unreachable: 'Rien n’a été envoyé\u00a0: il n’y a pas de connexion. Réessayez.',
    'connected-again': 'Connexion rétablie. Rien n’a été envoyé\u00a0: réessayez.',
    'room-code-wrong': 'Ce code est trop ancien. Balayez celui que le tableau montre maintenant.',
    'joining-closed': 'Ce bureau donne des numéros à l’entrée seulement.',
    'joining-full':
      'Beaucoup de personnes ont déjà pris un numéro à distance. Réessayez plus tard ou venez sur place.',
    'office-closed': 'Le bureau ne donne aucun numéro en ce moment.',
    'service-paused': 'Aucun numéro n’est donné pour ce service en ce moment.',
    'quota-reached': 'Tous les numéros du jour ont été donnés pour ce service.',
    other: 'Cela n’a pas fonctionné. Réessayez ou adressez-vous au personnel.',
  },
  sound: {
    allow: 'Activer le son',
    on: 'Vous entendrez un son quand ce sera votre tour.',
    off: 'Votre navigateur ne permet aucun son.',
  },
  gone: {
    title: 'Ce lien ne suit plus aucun numéro',
    what: 'Les numéros sont oubliés à la fin de la journée. Si le vôtre est d’aujourd’hui, ouvrez de nouveau le lien ou le code de votre billet.',
  },
  old: 'Cette page n’est plus à jour.',
  reload: 'La charger de nouveau',
  freshness: {
    live: 'En direct',
    since: 'Pas en direct depuis {time}; regardez le tableau',
    never: 'Pas en direct; regardez le tableau',
  },
}
