// Whether the office is closed, as far as the board knows, and what it says then: when people may come
// back. Pure.
import {
  isStillSo,
  officeDay,
  publicNow,
  whenText,
  type IntakeRow,
  type Language,
  type OfficeRow,
} from '#protocol'

export interface ClosedWords {
  status: string
  /** Empty: not known. */
  next: string
  /** Empty: no need to say. */
  because: string
}

/** Closed by its hours at `at`, UTC ms by the server's clock. */
export function isClosed(intake: IntakeRow | null, at: number): boolean {
  if (!intake || intake.isOpen || intake.why === 'stopped') return false
  return isStillSo(intake, at)
}

/** `back`: says when people may come back, for an office that has been open earlier today. */
export function closedWords(
  office: OfficeRow,
  intake: IntakeRow,
  language: Language,
  at: number,
  back: ((when: string) => string) | null,
): ClosedWords {
  const { status, next, because } = publicNow(office, intake, 0, language, at)
  const { changesAt } = intake
  const isToday =
    changesAt !== null &&
    officeDay(Date.parse(changesAt), office.timeZone) === officeDay(at, office.timeZone)
  const isBack = back !== null && isToday
  return {
    status,
    next: isBack ? back(whenText(changesAt, office.timeZone, language, at)) : next,
    because,
  }
}
