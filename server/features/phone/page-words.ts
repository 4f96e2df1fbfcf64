// What a ticket's page says before, and without, any script. The page itself has its own words, in
// kiosk/phone/src/locales.
import type { Language } from '../../protocol/index.ts'
import type { VisitState } from '../../domain/states.ts'

interface PageWords {
  readonly number: string
  readonly reload: string
  readonly gone: string
  readonly ahead: (people: number) => string
  readonly called: (counter: string) => string
  readonly states: Readonly<Record<Exclude<VisitState, 'waiting' | 'called'>, string>>
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    number: 'Your number is',
    reload: 'Without scripts this page does not move by itself. Load it again to see your place.',
    gone: 'This link follows no number any more.',
    ahead: (people) =>
      people === 0
        ? 'Nobody is ahead of you'
        : people === 1
          ? '1 person is ahead of you'
          : `${people} people are ahead of you`,
    called: (counter) => `It is your turn: ${counter}`,
    states: {
      expected: 'You have a place in line. You are called once you are in the office.',
      serving: 'You are being served.',
      held: 'An agent will call you again.',
      served: 'Your visit has ended. Thank you.',
      left: 'You have left the queue.',
      'no-show': 'You were called and did not come. Please speak to a member of staff.',
      closed: 'The office’s day is over.',
    },
  },
  fr: {
    number: 'Votre numéro est',
    reload:
      'Sans script, cette page ne se met pas à jour. Chargez-la de nouveau pour voir votre place.',
    gone: 'Ce lien ne suit plus aucun numéro.',
    ahead: (people) =>
      people === 0
        ? 'Personne n’est devant vous'
        : people === 1
          ? '1 personne est devant vous'
          : `${people} personnes sont devant vous`,
    called: (counter) => `C’est votre tour\u00a0: ${counter}`,
    states: {
      expected:
        'Vous avez une place dans la file. On vous appelle une fois que vous êtes au bureau.',
      serving: 'On vous sert.',
      held: 'On vous appellera de nouveau.',
      served: 'Votre visite est terminée. Merci.',
      left: 'Vous avez quitté la file.',
      'no-show': 'Votre numéro a été appelé en votre absence. Adressez-vous au personnel.',
      closed: 'La journée du bureau est terminée.',
    },
  },
}
