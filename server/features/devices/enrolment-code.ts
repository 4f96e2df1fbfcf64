// The code a new device shows: eight letters and digits that nobody mistakes for one another when
// reading them aloud in English or French, and that spell no word.
import { randomInt } from 'node:crypto'

const SIGNS = '2346789CDFGHJKMPQRTVWXY'
const LENGTH = 8

export function newCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

/** The code as it was meant by somebody who typed `typed`; null when it can be none. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s–-]/g, '')
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null
}
