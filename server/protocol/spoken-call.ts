// What is said of a call, and the same written: letter by letter, digit by digit, then the counter.
// Both ends agree on it: the server finds sounds for these words, a board plays and shows them.
import type { Language, Words } from '../domain/settings.ts'

export interface SpokenCall {
  readonly language: Language
  /** Words of the voice manifest, in order. */
  readonly words: readonly string[]
  /** The same to read, such as “A 0 2 3, Counter 4”. */
  readonly text: string
}

/** `counter`: its code, and its name as the office row has it. */
export function spokenCall(
  language: Language,
  ticket: string,
  counter: { readonly code: string; readonly name: Words },
): SpokenCall {
  const signs = [...ticket.toLowerCase()].filter((sign) => /[a-z0-9]/.test(sign))
  const written = signs.join(' ').toUpperCase()
  return {
    language,
    words: [...signs, counterWord(counter.code)],
    text: `${written}, ${counter.name[language]}`,
  }
}

/** The word of the manifest for a counter. */
export function counterWord(code: string): string {
  return `counter-${code}`
}

/** In which languages a call is spoken, in order. */
export function spokenLanguages(
  voice: { readonly languages: readonly Language[]; readonly first: 'ticket' | 'listed' },
  ticket: Language,
): Language[] {
  const { languages, first } = voice
  if (first === 'listed' || !languages.includes(ticket)) return [...languages]
  return [ticket, ...languages.filter((each) => each !== ticket)]
}
