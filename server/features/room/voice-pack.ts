// A voice pack is a folder in the layout of Asterisk's sounds (`letters/a.wav`, `digits/7.wav`), for one
// language: human recordings that Debian packages and many others offer. Which of its files say what.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES, type Language } from '../../domain/settings.ts'

/** Letters and digits: what a ticket's number is made of. */
export const SIGNS: readonly string[] = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
/** As far as counters are numbered anywhere; a pack is asked whether it can say these. */
const COUNTERS_MOST = 200
/** A folder counts from here on: with less it is none. */
export const PROOF = 'digits/1.wav'
/** Names of folders for a language, the best first: Canadian ones before others. */
const NAMED: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/^en_CA/, /^en$/, /^en[_-]/],
  fr: [/^fr_CA/, /^fr$/, /^fr[_-]/],
}

export interface VoicePack {
  readonly language: Language
  /** Of its folder. */
  readonly name: string
  readonly folder: string
}

/** The packs of these folders, the first that there is of each language. */
export function findPack(folders: readonly string[], language: Language): VoicePack | null {
  for (const folder of folders) {
    const names = list(folder)
    for (const pattern of NAMED[language]) {
      const name = names.find((each) => pattern.test(each) && isPack(join(folder, each)))
      if (name !== undefined) return { language, name, folder: join(folder, name) }
    }
  }
  return null
}

export function isPack(folder: string): boolean {
  return isThere(join(folder, PROOF))
}

/** Which language a folder of this name is for; null: none that boards speak. */
export function languageOf(name: string): Language | null {
  return LANGUAGES.find((language) => rankOf(name, language) >= 0) ?? null
}

/** How good a folder of this name is for the language, 0 the best; -1: it is for another. */
export function rankOf(name: string, language: Language): number {
  return NAMED[language].findIndex((pattern) => pattern.test(name))
}

/** Every file, from a pack's folder on, that a pack of this language may be asked for. */
export function filesOfPack(language: Language): ReadonlySet<string> {
  const numbers = Array.from({ length: 999 }, (_, index) => spell(language, index + 1)).flat()
  const words = [...SIGNS, 'counter'].flatMap((word) => namesOf(language, word))
  return new Set([...words, ...numbers.map(digits)].map((name) => `${name}.wav`))
}

/** All sounds of a pack. */
export function soundsIn(folder: string): string[] {
  const names = new Set(LANGUAGES.flatMap((language) => [...filesOfPack(language)]))
  return [...names].map((name) => join(folder, name)).filter(isThere)
}

/** What a pack cannot say: signs and `counter`, and which of the numbers 1 to 200. */
export function lacksOf(pack: VoicePack): { words: string[]; numbers: number[] } {
  const numbers = Array.from({ length: COUNTERS_MOST }, (_, index) => index + 1)
  return {
    words: [...SIGNS, 'counter'].filter((word) => filesFor(pack, word) === null),
    numbers: numbers.filter((number) => filesForNumber(pack, number) === null),
  }
}

/** Files of the pack that say a letter, a digit or `counter`, one after another; null: it cannot. */
export function filesFor({ language, folder }: VoicePack, word: string): string[] | null {
  const names = namesOf(language, word)
  const found = names.map((name) => join(folder, `${name}.wav`)).find(isThere)
  return found === undefined ? null : [found]
}

/** Where a pack may have a word, without the ending: the best place first. */
function namesOf(language: Language, word: string): string[] {
  if (/^[0-9]$/.test(word)) return [digits(word)]
  // In Canada the last letter is zed.
  return [...(word === 'z' && language === 'en' ? ['letters/zed'] : []), `letters/${word}`, word]
}

function digits(name: string): string {
  return `digits/${name}`
}

/** Files that say a number, 1 to 999, as one says it in its language; null: the pack cannot. */
export function filesForNumber(pack: VoicePack, number: number): string[] | null {
  const files = spell(pack.language, number).map((name) => join(pack.folder, `${digits(name)}.wav`))
  return files.every(isThere) ? files : null
}

function spell(language: Language, number: number): string[] {
  if (number > 999) return [...String(number)]
  if (number >= 100) {
    const hundreds = Math.floor(number / 100)
    const rest = number % 100 === 0 ? [] : spell(language, number % 100)
    const isOne = language === 'fr' && hundreds === 1
    return [...(isOne ? [] : [String(hundreds)]), 'hundred', ...rest]
  }
  if (number <= 20 || number % 10 === 0) return [String(number)]
  return language === 'fr'
    ? spellFrench(number)
    : [String(number - (number % 10)), String(number % 10)]
}

/** Vingt et un, soixante et onze, quatre-vingt-un, quatre-vingt-onze. */
function spellFrench(number: number): string[] {
  const isByTwenties = number > 70 && number !== 80
  const base = isByTwenties ? (number > 80 ? 80 : 60) : number - (number % 10)
  const rest = number - base
  const joins = base < 80 && (rest === 1 || rest === 11)
  return [String(base), ...(joins ? ['et'] : []), String(rest)]
}

const hashes = new Map<string, { at: number; hash: string }>()

/** The hash of a file of a pack; kept in memory, since a board asks for all of them. */
export function hashOfSound(file: string): string {
  const at = statSync(file).mtimeMs
  const known = hashes.get(file)
  if (known?.at === at) return known.hash
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
  hashes.set(file, { at, hash })
  return hash
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}
