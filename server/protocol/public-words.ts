// The words of an office's public page for what changes, in both languages.
import type { StopReason } from '../domain/intake.ts'
import type { Language } from '../domain/settings.ts'

type Put = (text: string) => string

export interface PublicWords {
  readonly status: Readonly<Record<'open' | 'stopped' | 'closed', string>>
  readonly next: Readonly<Record<'open' | 'stopped' | 'closed', Put>>
  readonly because: Readonly<Record<StopReason, string>>
  readonly quota: string
  readonly again: Put
  readonly on: Put
  readonly around: Put
  readonly waiting: (people: number) => string
  readonly fresh: Readonly<Record<'as-of' | 'live' | 'not-live', Put>>
}

/** “p.m.” ends a sentence by itself. */
function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}

export const PUBLIC_WORDS: Readonly<Record<Language, PublicWords>> = {
  en: {
    status: {
      open: 'Open now',
      stopped: 'Open, but no more numbers for now',
      closed: 'Closed now',
    },
    next: {
      open: (when) => sentence(`Closes ${when}`),
      stopped: (when) => sentence(`Numbers are given again ${when}`),
      closed: (when) => sentence(`Opens ${when}`),
    },
    because: {
      full: 'As many people are waiting as can be served today.',
      'short-staffed': 'Fewer staff than usual are here.',
      'system-down': 'The systems we need are not working.',
      emergency: 'There is an emergency in the office.',
      other: 'The office has stopped giving numbers.',
    },
    quota: 'All of today’s numbers have been given.',
    again: (when) => sentence(`Again ${when}`),
    on: (day) => `on ${day}`,
    around: (time) => `at ${time}`,
    waiting(people) {
      if (people === 0) return 'Nobody is waiting'
      return people === 1 ? '1 person is waiting' : `${people} people are waiting`
    },
    fresh: {
      'as-of': (time) => `As of ${time}`,
      live: () => 'Live: this page changes by itself',
      'not-live': (time) => `Not live since ${time}`,
    },
  },
  fr: {
    status: {
      open: 'Ouvert',
      stopped: 'Ouvert, mais plus de numéros pour le moment',
      closed: 'Fermé',
    },
    next: {
      open: (when) => sentence(`Ferme ${when}`),
      stopped: (when) => sentence(`Nouveaux numéros ${when}`),
      closed: (when) => sentence(`Ouvre ${when}`),
    },
    because: {
      full: 'Le nombre de personnes que nous pouvons servir aujourd’hui est atteint.',
      'short-staffed': 'Le personnel est moins nombreux que d’habitude.',
      'system-down': 'Les systèmes dont nous avons besoin sont en panne.',
      emergency: 'Il y a une urgence au bureau.',
      other: 'Le bureau a cessé de donner des numéros.',
    },
    quota: 'Tous les numéros d’aujourd’hui ont été donnés.',
    again: (when) => sentence(`De nouveau ${when}`),
    on: (day) => `le ${day}`,
    around: (time) => `à ${time}`,
    waiting(people) {
      if (people === 0) return 'Personne n’attend'
      return people === 1 ? '1 personne attend' : `${people} personnes attendent`
    },
    fresh: {
      'as-of': (time) => `Situation à ${time}`,
      live: () => 'En direct\u00a0: cette page change d’elle-même',
      'not-live': (time) => `Pas en direct depuis ${time}`,
    },
  },
}
