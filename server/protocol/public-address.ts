// The address of an office's public page: a word of each language, and the same page behind both.
import type { Language } from '../domain/settings.ts'

const OFFICE = { en: 'office', fr: 'bureau' } as const

/** Below the origin, of the office with this code. */
export function officePath(code: string, language: Language): string {
  return `/${OFFICE[language]}/${code}`
}
