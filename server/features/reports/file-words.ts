// What stands in the files of reports beside the names of figures, in both languages.
import type { Flag, Grouping, Kind, OutcomeKey } from '../../domain/figures/keys.ts'
import { OUTCOMES } from '../../domain/figures/keys.ts'
import { DEFINITIONS, type FigureKind } from '../../domain/figures/definitions.ts'
import type { Language, Words } from '../../domain/settings.ts'
import { CHANNEL_WORDS } from '../files/channel-words.ts'
import type { OfficeSeen } from '../scope.ts'

const words = (en: string, fr: string): Words => ({ en, fr })

export const FILE_WORDS = {
  figures: words('Figures', 'Chiffres'),
  visits: words('Visits', 'Visites'),
  definitions: words('Definitions', 'Définitions'),
  figure: words('Figure', 'Chiffre'),
  meaning: words('Meaning', 'Signification'),
  version: words('Version', 'Version'),
  total: words('Total', 'Total'),
  minutes: words('min', 'min'),
  known: words('known of', 'connue pour'),
  mean: words('mean', 'moyenne'),
  max: words('longest', 'maximum'),
  of: words('of', 'sur'),
  office: words('Office', 'Bureau'),
  day: words('Day', 'Jour'),
  ticket: words('Ticket', 'Numéro'),
  visit: words('Visit', 'Visite'),
  services: words('Services', 'Services'),
  programme: words('Programme', 'Programme'),
  channel: words('Channel', 'Canal'),
  kind: words('Came', 'Venue'),
  outcome: words('Outcome', 'Issue'),
  arrived: words('Arrived', 'Arrivée'),
  ended: words('Ended', 'Fin'),
  transactions: words('Transactions', 'Transactions'),
  flags: words('Flags', 'Signalements'),
} satisfies Record<string, Words>

export const GROUPING_WORDS: Record<Grouping, Words> = {
  'half-hour': words('Half hour', 'Demi-heure'),
  weekday: words('Weekday', 'Jour de la semaine'),
  day: words('Day', 'Jour'),
  week: words('Week of', 'Semaine du'),
  month: words('Month', 'Mois'),
  office: words('Office', 'Bureau'),
  service: words('Service', 'Service'),
  category: words('Category', 'Catégorie'),
  programme: words('Programme', 'Programme'),
  channel: words('Channel', 'Canal'),
  kind: words('Came', 'Venue'),
  outcome: words('Outcome', 'Issue'),
  agent: words('Agent', 'Agent'),
}

export const KIND_WORDS: Record<Kind, Words> = {
  'walk-in': words('Without an appointment', 'Sans rendez-vous'),
  booked: words('With an appointment', 'Avec rendez-vous'),
}

export const FLAG_WORDS: Record<Flag, Words> = {
  'too-short': words('Served in under 15 seconds', 'Servie en moins de 15 secondes'),
  overnight: words('Left open overnight', 'Restée ouverte la nuit'),
  'closed-by-night': words('Closed by the night', 'Fermée d’office la nuit'),
  'unserved-run': words(
    'Among several calls in a row unserved',
    'Parmi des appels de suite sans service',
  ),
  'times-wrong': words('Times marked as not right', 'Heures indiquées comme inexactes'),
  duplicate: words('Perhaps the same person twice', 'Peut-être deux fois la même personne'),
}

/** The name of a figure, as its definition has it: `left` and `noShow`, counted, as their shares. */
export function figureName(key: string, kind: FigureKind, language: Language): string {
  const named = DEFINITIONS.filter((each) => each.key === key)
  const found = named.find((each) => each.kind === kind) ?? named[0]
  return found?.name[language] ?? key
}

const OUTCOME_KEYS: readonly string[] = OUTCOMES
export const outcomeName = (key: OutcomeKey, language: Language): string =>
  figureName(key, 'count', language)

/** The name of a group: what the offices call it, or its key where none of them knows it. */
export function groupName(
  by: Grouping,
  key: string,
  offices: readonly OfficeSeen[],
  language: Language,
): string {
  switch (by) {
    case 'office':
      return offices.find(({ code }) => code === key)?.settings.name[language] ?? key
    case 'service':
    case 'category':
    case 'programme':
      return nameIn(LISTS[by], key, offices, language)
    case 'channel':
      return key in CHANNEL_WORDS ? CHANNEL_WORDS[key as keyof typeof CHANNEL_WORDS][language] : key
    case 'kind':
      return KIND_WORDS[key as Kind][language]
    case 'outcome':
      return OUTCOME_KEYS.includes(key) ? outcomeName(key as OutcomeKey, language) : key
    case 'weekday': {
      // 5 January 1970 was a Monday.
      const at = new Date((4 + Number(key)) * 86_400_000)
      const format = { weekday: 'long', timeZone: 'UTC' } as const
      return new Intl.DateTimeFormat(`${language}-CA`, format).format(at)
    }
    default:
      return key
  }
}

const LISTS = { service: 'services', category: 'categories', programme: 'programmes' } as const

export function nameIn(
  list: 'services' | 'categories' | 'programmes',
  code: string,
  offices: readonly OfficeSeen[],
  language: Language,
): string {
  for (const { settings } of offices) {
    const found = settings[list].find((each) => each.code === code)
    if (found) return found.name[language]
  }
  return code
}
