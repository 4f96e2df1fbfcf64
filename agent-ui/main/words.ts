// What the program itself says: the menu of the tray. The page says everything else.
import type { DeskNews } from '../bridge.ts'

interface Words {
  readonly desk: string
  readonly bar: string
  readonly autoStart: string
  readonly quit: string
  readonly unreachable: string
}

export const WORDS: Readonly<Record<DeskNews['language'], Words>> = {
  en: {
    desk: 'Whole desk',
    bar: 'Call bar',
    autoStart: 'Start with the computer',
    quit: 'Quit Guichet',
    unreachable: 'The server cannot be reached',
  },
  fr: {
    desk: 'Poste complet',
    bar: 'Barre d’appel',
    autoStart: 'Démarrer avec l’ordinateur',
    quit: 'Quitter Guichet',
    unreachable: 'Le serveur est injoignable',
  },
}
