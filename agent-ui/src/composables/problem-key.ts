// Which sentence tells an agent about a problem. One a page has never heard of gets a general one.
import type { ProblemCode } from '#protocol'
import { en } from '../locales/en.ts'

/** What a command may run into: a problem of the server's, or no answer at all. */
export type TroubleCode = ProblemCode | 'unreachable'

export function problemKey(code: string): `problems.${TroubleCode | 'other'}` {
  return isKnown(code) ? `problems.${code}` : 'problems.other'
}

function isKnown(code: string): code is TroubleCode {
  return code !== 'other' && Object.hasOwn(en.problems, code)
}
