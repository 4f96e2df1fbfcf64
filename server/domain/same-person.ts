// By what two visits of a day may be known to be of one person: somebody who took a second number, or
// is back after missing the first. A hint for staff; nothing is decided by it.
import { bareText } from './bare-text.ts'
import type { Visit } from './visit.ts'

export interface KnownOf {
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
}

/** The digits that tell telephones apart, with or without a country code before them. */
const PHONE_DIGITS = 10

/** Of more numbers than these besides one's own, what they share is no one person's. */
export const MOST_ALIKE = 3

/** What a person is known by, as texts that are equal for the same one. Empty when nothing was given. */
export function knownBy({ name, phone, email }: KnownOf): string[] {
  const digits = (phone ?? '').replaceAll(/\D/g, '').slice(-PHONE_DIGITS)
  const called = bareText(name ?? '')
  return [
    ...(digits ? [`phone ${digits}`] : []),
    ...(email ? [`email ${email.trim().toLowerCase()}`] : []),
    ...(called ? [`${BY_NAME}${called}`] : []),
  ]
}

const BY_NAME = 'name '

/**
 * Whether `other`, known by the same `mark` as `visit`, may be of the same person: many share a name,
 * so they must also be here for the same thing. Who was served may well come again.
 */
export function isAlike(mark: string, visit: Visit, other: Visit): boolean {
  if (other.id === visit.id || other.state === 'served' || other.state === 'closed') return false
  if (!mark.startsWith(BY_NAME)) return true
  const wanted = visit.requests.map(({ service }) => service)
  return other.requests.some(({ service }) => wanted.includes(service))
}
