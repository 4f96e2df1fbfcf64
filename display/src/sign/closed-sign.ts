// What a sign says over a counter that waits for somebody while the office is closed. Pure.
import { LANGUAGES, officeDay, publicNow, type IntakeRow, type SignOffice } from '#protocol'
import { isClosed } from '../composables/closed.ts'

export interface ClosedLine {
  readonly language: (typeof LANGUAGES)[number]
  readonly status: string
  /** When it opens on the same day. Empty: whoever holds a number wants to know of that instead. */
  readonly next: string
}

/** In each language; null while the office is open, or nobody knows. `at`: UTC ms by the server's clock. */
export function closedSign(
  office: SignOffice,
  intake: IntakeRow | null,
  at: number,
): ClosedLine[] | null {
  if (!intake || !isClosed(intake, at)) return null
  const { timeZone, reception } = office
  const { changesAt } = intake
  const day = (instant: number): string => officeDay(instant, timeZone)
  const isSoon = changesAt !== null && day(Date.parse(changesAt)) === day(at)
  return LANGUAGES.map((language) => {
    const { status, next } = publicNow({ ...office, services: [] }, intake, 0, language, at)
    return { language, status, next: isSoon || !reception ? next : '' }
  })
}
