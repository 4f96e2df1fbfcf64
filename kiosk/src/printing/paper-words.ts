// What the paper says besides names and numbers. Both languages stand on every ticket, so these are
// not among the screen's sentences, of which one language is shown at a time.
import type { Language } from '#protocol'

interface Sentences {
  readonly number: string
  readonly board: string
  readonly follow: string
  /** Of a number that the kiosk gave by itself. */
  readonly valid: string
  ahead(people: number): string
}

export const PAPER_WORDS: Readonly<Record<Language, Sentences>> = {
  en: {
    number: 'Your number is',
    board: 'The board shows your number and the counter to go to.',
    follow: 'Follow your place on your phone',
    valid: 'Your number is valid',
    ahead: (people) =>
      people === 0
        ? 'Nobody is ahead of you'
        : people === 1
          ? '1 person is ahead of you'
          : `${people} people are ahead of you`,
  },
  fr: {
    number: 'Votre numéro est le',
    board: 'Le tableau affiche votre numéro et le guichet où aller.',
    follow: 'Suivez votre place sur votre téléphone',
    valid: 'Votre numéro est valide',
    ahead: (people) =>
      people === 0
        ? 'Personne avant vous'
        : `${people} ${people === 1 ? 'personne' : 'personnes'} avant vous`,
  },
}
