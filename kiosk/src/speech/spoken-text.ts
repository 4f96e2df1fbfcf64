// What is said of a part of the screen: its words, in the order and the language in which they stand
// there, without what is only drawn. What somebody has written is not said.
import type { Language } from '#protocol'
import type { Sentence } from './sentences.ts'

/** What can be pressed or written into. */
export const PRESSABLE = 'button:not([disabled]), a[href], input:not([disabled]), textarea'
const UNSPOKEN = `[aria-hidden="true"], svg, style, script, [hidden]`

export interface SpeechWords {
  readonly chosen: string
  readonly notChosen: string
  readonly writeHere: string
}

/** What is said when `element` gets the focus. */
export function wordsOf(element: Element, words: (language: Language) => SpeechWords): Sentence[] {
  const language = languageOf(element)
  const named = element.getAttribute('aria-label')
  const said = named === null ? leaves(element, () => true) : [{ language, text: named }]
  const pressed = element.getAttribute('aria-pressed')
  if (pressed !== null) {
    said.push({ language, text: words(language)[pressed === 'true' ? 'chosen' : 'notChosen'] })
  }
  if (element.matches('input, textarea')) {
    const { labels } = element as HTMLInputElement
    const label = [...(labels ?? [])].flatMap((each) => leaves(each, () => true))
    said.push(...label, { language, text: words(language).writeHere })
  }
  return said
}

/** What stands in a step or a dialog besides what can be pressed: said once, when it begins. */
export function wordsAround(container: Element): Sentence[] {
  return leaves(container, (parent) => parent.closest(PRESSABLE) === null)
}

function leaves(container: Element, isSaid: (parent: Element) => boolean): Sentence[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  const found: Sentence[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    const parent = node.parentElement
    if (text === '' || !parent || parent.closest(UNSPOKEN) || !isSaid(parent)) continue
    if (parent.checkVisibility()) found.push({ language: languageOf(parent), text })
  }
  return found
}

function languageOf(element: Element): Language {
  return element.closest('[lang]')?.getAttribute('lang')?.startsWith('fr') ? 'fr' : 'en'
}
