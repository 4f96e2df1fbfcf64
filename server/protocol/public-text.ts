// What the public page of an office says of this moment. The server writes it into the page and the
// page's script writes it again as it changes: both take it from here.
import { officeDay, startOfDay } from '../domain/office-time.ts'
import type { Language } from '../domain/settings.ts'
import { formatDay, formatTime } from './office-time-text.ts'
import { PUBLIC_WORDS } from './public-words.ts'
import type { IntakeRow, PublicOffice } from './views.ts'

export interface PublicNow {
  readonly tone: 'open' | 'stopped' | 'closed'
  /** “Open now” */
  readonly status: string
  /** When that changes; empty: not known. */
  readonly next: string
  /** Why it is so; empty: no need to say. */
  readonly because: string
  /** How many wait; empty where that says nothing. */
  readonly waiting: string
  /** Services for which no numbers are given now: name and why. */
  readonly shut: readonly { readonly service: string; readonly why: string }[]
}

type Known = Pick<PublicOffice, 'timeZone' | 'reception' | 'services'>

/** The moment `at` (UTC ms) of an office, in words. */
export function publicNow(
  office: Known,
  intake: IntakeRow,
  waiting: number,
  language: Language,
  at: number,
): PublicNow {
  const words = PUBLIC_WORDS[language]
  const tone = intake.isOpen ? 'open' : intake.why === 'stopped' ? 'stopped' : 'closed'
  const when = intake.changesAt && whenText(intake.changesAt, office.timeZone, language, at)
  const reason = intake.reason && words.because[intake.reason]
  const isNews = office.reception && (tone !== 'closed' || waiting > 0)
  return {
    tone,
    status: words.status[tone],
    next: when ? words.next[tone](when) : '',
    because: intake.words?.[language] ?? reason ?? '',
    waiting: isNews ? words.waiting(waiting) : '',
    shut: intake.shut.map((each) => ({
      service: office.services.find(({ code }) => code === each.service)?.name[language] ?? '',
      why: shutText(each, office.timeZone, language, at),
    })),
  }
}

/**
 * Whether what was told may still be so at `at`, UTC ms by the server's clock: a screen that is cut off
 * goes by the instant at which it was to change, and after it knows nothing.
 */
export function isStillSo({ changesAt }: IntakeRow, at: number): boolean {
  return changesAt === null || at < Date.parse(changesAt)
}

/** While an office gives no numbers: that it is so; why, and until when. Null: it gives them. */
export function noNumbersText(
  office: Known,
  intake: IntakeRow,
  language: Language,
  at: number,
): { status: string; more: string } | null {
  if (intake.isOpen || !isStillSo(intake, at)) return null
  const { status, because, next } = publicNow(office, intake, 0, language, at)
  return { status: `${status}.`, more: [because, next].filter((part) => part !== '').join(' ') }
}

function shutText(
  { why, reason, until }: IntakeRow['shut'][number],
  timeZone: string,
  language: Language,
  at: number,
): string {
  const words = PUBLIC_WORDS[language]
  const because = why === 'quota' || reason === null ? words.quota : words.because[reason]
  return `${because} ${words.again(whenText(until, timeZone, language, at))}`
}

/**
 * “at 1:30 p.m.” on the same day, “on Wednesday, June 3 at 8:30 a.m.” on another; the time is left
 * out at midnight, which people know as that day.
 */
export function whenText(
  instant: string,
  timeZone: string,
  language: Language,
  at: number,
): string {
  const { on, around } = PUBLIC_WORDS[language]
  const then = Date.parse(instant)
  const time = around(formatTime(then, timeZone, language))
  const day = officeDay(then, timeZone)
  if (day === officeDay(at, timeZone)) return time
  const named = on(formatDay(then, timeZone, language))
  return then === startOfDay(day, timeZone) ? named : `${named} ${time}`
}

/** How fresh the figures are; `at` is by the server's clock, UTC ms. */
export function freshnessText(
  kind: 'as-of' | 'live' | 'not-live',
  at: number,
  timeZone: string,
  language: Language,
): string {
  return PUBLIC_WORDS[language].fresh[kind](formatTime(at, timeZone, language))
}
