// Which words tell a fact of a visit's story; one this page has never heard of gets general ones.
import { en } from '../locales/en.ts'

const WORDS = en.officeNow.story.facts
type FactWord = keyof typeof WORDS

export function factWord(type: string): `officeNow.story.facts.${FactWord}` {
  return isKnown(type) ? `officeNow.story.facts.${type}` : 'officeNow.story.facts.other'
}

const isKnown = (type: string): type is FactWord => Object.hasOwn(WORDS, type)
