// What stands in the files of reports beside the names of figures, in both languages.
import { KINDS, OUTCOMES, type Grouping } from '../../domain/figures/keys.ts'
import { KIND_WORDS, OUTCOME_WORDS } from '../../domain/figures/words.ts'
import { DEFINITIONS, type FigureKind } from '../../domain/figures/definitions.ts'
import type { Language, Words } from '../../domain/settings.ts'
import { writeDay } from '../../protocol/office-time-text.ts'
import { CHANNEL_WORDS } from '../files/channel-words.ts'
import type { OfficeNames } from '../offices/former-words.ts'
import type { OfficeSeen } from '../scope.ts'

const words = (en: string, fr: string): Words => ({ en, fr })

export const FILE_WORDS = {
  figures: words('Figures', 'Chiffres'),
  visits: words('Visits', 'Visites'),
  definitions: words('Definitions', 'Définitions'),
  about: words('About', 'À propos'),
  from: words('First day', 'Premier jour'),
  last: words('Last day', 'Dernier jour'),
  beforeFrom: words('Compared with: first day', 'Comparaison\u00a0: premier jour'),
  beforeLast: words('Compared with: last day', 'Comparaison\u00a0: dernier jour'),
  difference: words('difference', 'écart'),
  points: words('points', 'points'),
  asOf: words('As of (UTC)', 'État au (UTC)'),
  target: words('Target (min)', 'Cible (min)'),
  agents: words('Agents', 'Membres du personnel'),
  doubtful: words('Doubtful visits', 'Visites douteuses'),
  without: words('left out', 'exclues'),
  only: words('these alone', 'celles-ci seulement'),
  figure: words('Figure', 'Chiffre'),
  meaning: words('Meaning', 'Signification'),
  version: words('Version', 'Version'),
  total: words('Total', 'Total'),
  minutes: words('min', 'min'),
  known: words('known of', 'connue pour'),
  mean: words('mean', 'moyenne'),
  max: words('longest', 'maximum'),
  of: words('of', 'sur'),
  ticket: words('Ticket', 'Numéro'),
  visit: words('Visit', 'Visite'),
  services: words('Services', 'Services'),
  arrived: words('Arrived', 'Arrivée'),
  ended: words('Ended', 'Fin'),
  transactions: words('Transactions', 'Transactions'),
  flags: words('Flags', 'Signalements'),
  gone: words('Services no longer offered', 'Services qui ne sont plus offerts'),
} satisfies Record<string, Words>

/** The name of a figure, as its definition has it: `left` and `noShow`, counted, as their shares. */
export function figureName(key: string, kind: FigureKind, language: Language): string {
  const named = DEFINITIONS.filter((each) => each.key === key)
  const found = named.find((each) => each.kind === kind) ?? named[0]
  return found?.name[language] ?? key
}

/** What a file names things by: its offices, what they call things and called them, its language. */
export interface Naming {
  readonly offices: readonly OfficeSeen[]
  readonly names: OfficeNames
  readonly language: Language
}

/** The name of a group: what the offices call it, or its key where none of them ever knew it. */
export function groupName(by: Grouping, key: string, naming: Naming): string {
  const { offices, language } = naming
  switch (by) {
    case 'office':
      return offices.find(({ code }) => code === key)?.settings.name[language] ?? key
    case 'category':
    case 'programme':
      // Of services that are in no settings any more, neither is known.
      return key === '' ? FILE_WORDS.gone[language] : nameIn(LISTS[by], key, naming)
    case 'service':
      return nameIn(LISTS[by], key, naming)
    case 'channel':
      return key in CHANNEL_WORDS ? CHANNEL_WORDS[key as keyof typeof CHANNEL_WORDS][language] : key
    case 'kind': {
      const kind = KINDS.find((each) => each === key)
      return kind ? KIND_WORDS[kind][language] : key
    }
    case 'outcome': {
      const outcome = OUTCOMES.find((each) => each === key)
      return outcome ? OUTCOME_WORDS[outcome][language] : key
    }
    case 'weekday': {
      // 5 January 1970 was a Monday.
      const at = (4 + Number(key)) * 86_400_000
      return writeDay(at, 'UTC', language, { weekday: 'long' })
    }
    default:
      return key
  }
}

const LISTS = { service: 'services', category: 'categories', programme: 'programmes' } as const

export function nameIn(
  list: 'services' | 'categories' | 'programmes',
  code: string,
  { names, language }: Naming,
): string {
  return names(list, code)?.[language] ?? code
}
