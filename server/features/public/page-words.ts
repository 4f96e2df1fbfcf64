// The fixed words of the public pages, in both languages. What changes from minute to minute is in the
// contract, which the page's script shares.
import type { Language } from '../../domain/settings.ts'

export interface PageWords {
  readonly locale: string
  readonly otherLanguage: string
  readonly otherLocale: string
  readonly skip: string
  readonly offices: string
  readonly officesIntro: string
  readonly none: string
  readonly now: string
  readonly stopped: string
  readonly where: string
  readonly phone: string
  readonly map: string
  readonly hours: string
  readonly hoursOf: (office: string) => string
  readonly localTime: string
  readonly always: string
  readonly today: string
  readonly day: string
  readonly open: string
  readonly closed: string
  readonly allDay: string
  readonly span: (from: string, to: string) => string
  readonly and: string
  readonly otherDays: string
  readonly why: string
  readonly services: string
  readonly bring: string
  readonly more: (office: string) => string
  readonly title: (office: string) => string
  readonly unknown: string
  readonly unknownSentence: string
  readonly allOffices: string
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    locale: 'en-CA',
    otherLanguage: 'Français',
    otherLocale: 'fr-CA',
    skip: 'Skip to main content',
    offices: 'Service centres',
    officesIntro: 'Which are open now, and how many people are waiting in each.',
    none: 'No office is set up yet.',
    now: 'Right now',
    stopped: 'Not given right now',
    where: 'Address',
    phone: 'Phone:',
    map: 'See on a map',
    hours: 'Opening hours',
    hoursOf: (office) => `Opening hours of ${office}`,
    localTime: 'All times are local to the office.',
    always: 'Open at all hours, every day.',
    today: 'today',
    day: 'Day',
    open: 'Open',
    closed: 'Closed',
    allDay: 'All day',
    span: (from, to) => `${from} to ${to}`,
    and: ' and ',
    otherDays: 'Other hours on these days',
    why: 'Why',
    services: 'Services',
    bring: 'What to bring',
    more: (office) => `Hours, address and services of ${office}`,
    title: (office) => `${office}: hours, services and people waiting`,
    unknown: 'There is no such office',
    unknownSentence: 'The address may be misspelt, or the office may have closed for good.',
    allOffices: 'All service centres',
  },
  fr: {
    locale: 'fr-CA',
    otherLanguage: 'English',
    otherLocale: 'en-CA',
    skip: 'Passer au contenu principal',
    offices: 'Centres de services',
    officesIntro: 'Lesquels sont ouverts en ce moment, et combien de personnes y attendent.',
    none: 'Aucun bureau n’est encore configuré.',
    now: 'En ce moment',
    stopped: 'Non offert en ce moment',
    where: 'Adresse',
    phone: 'Téléphone\u00a0:',
    map: 'Voir sur une carte',
    hours: 'Heures d’ouverture',
    hoursOf: (office) => `Heures d’ouverture\u00a0: ${office}`,
    localTime: 'Les heures sont celles du bureau.',
    always: 'Ouvert à toute heure, tous les jours.',
    today: 'aujourd’hui',
    day: 'Jour',
    open: 'Heures',
    closed: 'Fermé',
    allDay: 'Toute la journée',
    span: (from, to) => `de ${from} à ${to}`,
    and: ' et ',
    otherDays: 'Autres heures à ces dates',
    why: 'Pourquoi',
    services: 'Services',
    bring: 'À apporter',
    more: (office) => `Heures, adresse et services\u00a0: ${office}`,
    title: (office) => `${office}\u00a0: heures, services et personnes en attente`,
    unknown: 'Ce bureau n’existe pas',
    unknownSentence: 'L’adresse est peut-être mal écrite, ou le bureau a fermé pour de bon.',
    allOffices: 'Tous les centres de services',
  },
}
