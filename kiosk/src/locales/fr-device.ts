// What the kiosk says in French of its paper and of itself.
import type { device as english } from './en-device.ts'

export const device: typeof english = {
  printing: {
    printing: 'Impression de votre billet…',
    printed: 'Veuillez prendre votre billet.',
    failed: {
      title: 'Votre billet n’a pas pu être imprimé',
      valid: 'Votre numéro est valide sans lui. Veuillez retenir le {ticket}.',
      validScan:
        'Votre numéro est valide sans lui. Veuillez retenir le {ticket} ou balayer le code.',
      why: {
        'paper-out': 'L’imprimante n’a plus de papier.',
        'cover-open': 'L’imprimante est ouverte.',
        jam: 'L’imprimante est bloquée.',
        offline: 'L’imprimante ne répond pas.',
      },
      told: 'Le personnel en a été avisé.',
      tell: 'Veuillez aviser une personne du bureau.',
    },
  },

  enrol: {
    title: 'Cet écran est nouveau ici',
    what: 'Donnez ce code à l’administration, qui l’approuvera pour votre bureau.',
    expires: 'Un nouveau code s’affiche ici quand celui-ci est expiré.',
    unreachable: 'Le serveur est injoignable. De nouveaux essais sont en cours.',
  },

  leave: {
    title: 'Pour le personnel',
    what: 'Entrez le code pour fermer cette borne.',
    erase: 'Effacer',
    cancel: 'Annuler',
    close: 'Fermer la borne',
    wrong: 'Ce n’est pas le bon code.',
  },
}
