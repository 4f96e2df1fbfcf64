// A voice pack is a folder in the layout of Asterisk's sounds (`letters/a.wav`, `digits/7.wav`), for one
// language: human recordings that Debian packages and many others offer. Which of its files say what.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../domain/settings.ts'

/** A folder counts from here on: with less it is none. */
const PROOF = 'digits/1.wav'
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
      const name = names.find((each) => pattern.test(each) && isThere(join(folder, each, PROOF)))
      if (name !== undefined) return { language, name, folder: join(folder, name) }
    }
  }
  return null
}

/** Files of the pack that say a letter, a digit or `counter`, one after another; null: it cannot. */
export function filesFor({ language, folder }: VoicePack, word: string): string[] | null {
  const names = /^[0-9]$/.test(word)
    ? [`digits/${word}`]
    : // In Canada the last letter is zed.
      [...(word === 'z' && language === 'en' ? ['letters/zed'] : []), `letters/${word}`, word]
  const found = names.map((name) => join(folder, `${name}.wav`)).find(isThere)
  return found === undefined ? null : [found]
}

/** Files that say a number, 1 to 999, as one says it in its language; null: the pack cannot. */
export function filesForNumber(pack: VoicePack, number: number): string[] | null {
  const files = spell(pack.language, number).map((name) =>
    join(pack.folder, 'digits', `${name}.wav`),
  )
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

export interface PackSound {
  readonly hash: string
  readonly bytes: Buffer
}
const read = new Map<string, { at: number; sound: PackSound }>()

/** The sound of a file of a pack; kept in memory, since a board asks for all of them. */
export function packSound(file: string): PackSound {
  const at = statSync(file).mtimeMs
  const known = read.get(file)
  if (known?.at === at) return known.sound
  const bytes = readFileSync(file)
  const sound = { hash: createHash('sha256').update(bytes).digest('hex'), bytes }
  read.set(file, { at, sound })
  return sound
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
