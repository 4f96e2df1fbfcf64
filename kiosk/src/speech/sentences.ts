// Everything that a kiosk may have to say, known beforehand: so that the sounds can be made ahead and
// kept for when it is cut off. What people write themselves is never among it.
import type { KioskOffice, Language, Words } from '#protocol'

export interface Sentence {
  readonly language: Language
  readonly text: string
}

type Tree = { readonly [key: string]: string | Tree }

/** Sentences with a number are made for each up to this. */
const COUNTED_TO = 20
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.split('')

/** `say`: the sentence of this key with the number `n` in its place. */
export function wordingOf(
  tree: Tree,
  language: Language,
  say: (key: string, n: number) => string,
): Sentence[] {
  return keysOf(tree).flatMap(([key, text]) => {
    const places = new Set(text.match(/\{\w+\}/g))
    const isCounted = places.size === 0 ? text.includes('|') : places.has('{n}')
    if (places.size > 1 || (places.size === 1 && !isCounted)) return []
    if (!isCounted) return [{ language, text: say(key, 1) }]
    const counts = Array.from({ length: COUNTED_TO + 1 }, (_, n) => n)
    return counts.map((n) => ({ language, text: say(key, n) }))
  })
}

/** What this office calls its own things. */
export function wordsOfOffice(
  office: Pick<KioskOffice, 'name' | 'categories' | 'services'>,
): Words[] {
  const ofServices = office.services.flatMap(
    ({ name, description, bring = [], questions = [] }) => [
      name,
      ...(description ? [description] : []),
      ...bring,
      ...questions.map(({ words }) => words),
    ],
  )
  return [office.name, ...office.categories.map(({ name }) => name), ...ofServices]
}

/** Letters and digits, for ticket numbers. */
export function characters(): readonly string[] {
  return CHARACTERS
}

/** Each sentence once, in the order given. */
export function withoutRepeats(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((each) => [keyOf(each), each])).values()]
}

/** Screens are read with plain spaces, also where French has those that do not break. */
export function keyOf({ language, text }: Sentence): string {
  return `${language}\n${text.replaceAll(/\s+/g, ' ')}`
}

function keysOf(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = path === '' ? name : `${path}.${name}`
    return typeof value === 'string' ? [[key, value] as [string, string]] : keysOf(value, key)
  })
}
