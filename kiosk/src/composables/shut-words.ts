// Why no numbers are given for a service now, and when they are again, in sentences.
import type { IntakeRow, Language } from '#protocol'
import { openingWords } from './intake-words.ts'

type Say = (key: string, named?: Record<string, string>) => string

export function shutSentences(
  { reason, until }: IntakeRow['shut'][number],
  timeZone: string,
  language: Language,
  say: Say,
): string[] {
  if (reason === null) return [say('shut.serviceFull')]
  const { day, time } = openingWords(until, timeZone, language)
  const when = time === null ? day : say('shut.when', { day, time })
  return [say('shut.service'), say(`shut.because.${reason}`), say('shut.until', { when })]
}
