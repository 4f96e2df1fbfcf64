// What figures are split by and of, in both languages: the same on every page and in every file.
import type { Language, Words } from '../settings.ts'
import type { Flag, Grouping, Kind, OutcomeKey } from './keys.ts'

const words = (en: string, fr: string): Words => ({ en, fr })

export const GROUPING_WORDS: Readonly<Record<Grouping, Words>> = {
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
  kind: words('Appointment', 'Rendez-vous'),
  outcome: words('Outcome', 'Issue'),
  agent: words('Agent', 'Membre du personnel'),
}

export const KIND_WORDS: Readonly<Record<Kind, Words>> = {
  'walk-in': words('Without an appointment', 'Sans rendez-vous'),
  booked: words('With an appointment', 'Avec rendez-vous'),
}

/** Of one visit. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeKey, Words>> = {
  served: words('Served', 'Servie'),
  left: words('Left', 'Partie'),
  noShow: words('No-show', 'Absente'),
  closed: words('Closed by the night', 'Fermée d’office la nuit'),
  notCome: words('Never came', 'Jamais venue'),
  stillHere: words('Still here', 'Encore sur place'),
  stillExpected: words('Still expected', 'Encore attendue'),
}

export const FLAG_WORDS: Readonly<Record<Flag, Words>> = {
  'too-short': words('Service under 15 seconds', 'Service de moins de 15 secondes'),
  overnight: words('Left open overnight', 'Restée ouverte la nuit'),
  'closed-by-night': words('Closed by the night', 'Fermée d’office la nuit'),
  'unserved-run': words(
    'Several calls in a row unserved',
    'Plusieurs appels de suite sans service',
  ),
  'times-wrong': words('Times marked not right', 'Heures signalées comme inexactes'),
  duplicate: words('May be a duplicate', 'Peut-être en double'),
}

/** A table of words in one language. */
export function inOne<K extends string>(
  table: Readonly<Record<K, Words>>,
  language: Language,
): Record<K, string> {
  const entries = Object.entries<Words>(table).map(([key, each]) => [key, each[language]])
  return Object.fromEntries(entries) as Record<K, string>
}
