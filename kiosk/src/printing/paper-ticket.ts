// What stands on the paper, from top to bottom: everything in the citizen's language, and below it,
// smaller, in the other one, for whoever helps them. Nobody is named.
import { formatDay, formatTime, type Language, type Words } from '#protocol'
import type { Paper } from '../../bridge.ts'
import { PAPER_WORDS } from './paper-words.ts'

export interface PaperTicket {
  readonly ticket: string
  readonly language: Language
  readonly office: Words
  readonly timeZone: string
  /** The services asked for, in their order. */
  readonly services: readonly Words[]
  /** When they came, UTC ms. */
  readonly arrivedAt: number
  /** Null: not known, as while the server is gone. */
  readonly peopleAhead: number | null
  /** The kiosk gave it by itself, while the server was gone. */
  readonly isOffline?: true
  /** The whole address of their own page; null: there is none. */
  readonly follow: string | null
}

/** Sizes are dots of a printer of 203 an inch: 8 are a millimetre. */
export type PaperPart =
  | {
      readonly is: 'text'
      readonly text: string
      readonly size: number
      readonly isBold: boolean
      readonly gap: number
    }
  /** One line as large as the paper is wide, and no larger than `size`. */
  | { readonly is: 'number'; readonly text: string; readonly size: number; readonly gap: number }
  | { readonly is: 'rule'; readonly gap: number }
  | { readonly is: 'qr'; readonly text: string; readonly size: number; readonly gap: number }

const SIZES = {
  80: { office: 34, large: 36, small: 26, number: 190, qr: 240 },
  58: { office: 28, large: 30, small: 24, number: 150, qr: 200 },
} as const

export function paperParts(ticket: PaperTicket, paper: Paper): PaperPart[] {
  const size = SIZES[paper]
  const own = ticket.language
  const other: Language = own === 'fr' ? 'en' : 'fr'
  const text = (words: string, of: 'office' | 'large' | 'small', gap: number, isBold = false) =>
    ({ is: 'text', text: words, size: size[of], isBold, gap }) as const
  /** The same in both, once if it is the same. */
  const both = (say: (language: Language) => string, of: 'office' | 'large', gap: number) => [
    text(say(own), of, gap, true),
    ...(say(other) === say(own) ? [] : [text(say(other), 'small', 4)]),
  ]
  return [
    ...both((language) => ticket.office[language], 'office', 0),
    { is: 'rule', gap: 16 },
    text(PAPER_WORDS[own].number, 'large', 16),
    text(PAPER_WORDS[other].number, 'small', 0),
    { is: 'number', text: ticket.ticket, size: size.number, gap: 8 },
    ...ticket.services.flatMap((service) => both((language) => service[language], 'large', 12)),
    ...(ticket.peopleAhead === null ? [] : both(ahead(ticket.peopleAhead), 'large', 20)),
    ...(ticket.isOffline ? both((language) => PAPER_WORDS[language].valid, 'large', 20) : []),
    text(PAPER_WORDS[own].board, 'small', 20),
    text(PAPER_WORDS[other].board, 'small', 6),
    ...(ticket.follow === null
      ? []
      : [
          { is: 'qr', text: ticket.follow, size: size.qr, gap: 20 } as const,
          text(PAPER_WORDS[own].follow, 'small', 4, true),
          text(PAPER_WORDS[other].follow, 'small', 2),
        ]),
    { is: 'rule', gap: 16 },
    text(when(ticket, own), 'small', 12),
    text(when(ticket, other), 'small', 2),
  ]
}

function ahead(people: number): (language: Language) => string {
  return (language) => PAPER_WORDS[language].ahead(people)
}

/** “Tuesday, June 2, 2026, 9:00 a.m.” and « Mardi 2 juin 2026, 9 h ». */
function when({ arrivedAt, timeZone }: PaperTicket, language: Language): string {
  const day = formatDay(arrivedAt, timeZone, language, { withYear: true })
  const begun = day.charAt(0).toLocaleUpperCase(`${language}-CA`) + day.slice(1)
  return `${begun}, ${formatTime(arrivedAt, timeZone, language)}`
}
