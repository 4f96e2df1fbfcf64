// Whether somebody who wants to close the kiosk knows the code for staff. Whoever guesses has to wait.
import { timingSafeEqual } from 'node:crypto'

const TRIES = 5
const WAIT = 60_000

/** `now`: ms of any clock that goes on. With no code nobody is let out. */
export function staffExit(code: string | null, now: () => number): (given: string) => boolean {
  let wrong = 0
  let closedUntil = -Infinity
  return (given) => {
    if (code === null || now() < closedUntil) return false
    if (isSame(given, code)) {
      wrong = 0
      return true
    }
    wrong += 1
    if (wrong >= TRIES) {
      wrong = 0
      closedUntil = now() + WAIT
    }
    return false
  }
}

function isSame(given: string, code: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(code)]
  return a.length === b.length && timingSafeEqual(a, b)
}
