// How a counter is named to people across the room: the mark to look for, large, and the word for
// it in both languages. Pure.
import type { Words } from '#protocol'

export interface CounterLabel {
  /** `4` of “Counter 4” and « Guichet 4 »; null when the names share no short mark. */
  mark: string | null
  /** The words before the mark, or the whole names; null: the usual word for a counter. */
  words: Words | null
}

const LONGEST_MARK = 3

export function counterLabel(name: Words): CounterLabel {
  const en = splitMark(name.en)
  const fr = splitMark(name.fr)
  if (en.mark !== fr.mark || en.mark.length > LONGEST_MARK) return { mark: null, words: name }
  const hasWords = en.words !== '' && fr.words !== ''
  return { mark: en.mark, words: hasWords ? { en: en.words, fr: fr.words } : null }
}

function splitMark(name: string): { words: string; mark: string } {
  const parts = name.trim().split(/\s+/)
  const mark = parts.pop() ?? ''
  return { words: parts.join(' '), mark }
}
