// The browser's own voices: only those on the device itself, which need no network and send nobody's
// number anywhere.
import type { Language } from '#protocol'

/** As much of a browser's speech as this takes. */
export interface Speech {
  getVoices(): readonly Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'name' | 'default'>[]
  speak(utterance: SpeechSynthesisUtterance): void
  cancel(): void
}

/** Known to be no better than none: they sound like machines of the eighties. */
const POOR = /espeak|mbrola|festival|flite/i
/** Some browsers never say that they are done: so long a character takes at most, ms. */
const A_CHARACTER = 220

/** The best local voice of this language, Canadian first; null: none. */
export function voiceFor<V extends ReturnType<Speech['getVoices']>[number]>(
  voices: readonly V[],
  language: Language,
): V | null {
  const own = voices.filter(
    ({ lang, localService, name }) =>
      localService && lang.toLowerCase().startsWith(language) && !POOR.test(name),
  )
  const isCanadian = ({ lang }: V): boolean => /[-_]ca$/i.test(lang)
  return own.find(isCanadian) ?? own.find((each) => each.default) ?? own[0] ?? null
}

/** What speaks this language on this device; null where nothing good does. */
export function deviceVoice(
  language: Language,
): ((text: string, volume: number) => Promise<void>) | null {
  if (!('speechSynthesis' in window)) return null
  const { speechSynthesis } = window
  const voice = voiceFor(speechSynthesis.getVoices(), language)
  if (!voice) return null
  return (text, volume) =>
    new Promise((resolve) => {
      const utterance = new SpeechSynthesisUtterance(text)
      Object.assign(utterance, { voice, volume, lang: voice.lang, rate: 0.9 })
      const end = setTimeout(over, 2_000 + A_CHARACTER * text.length)
      function over(): void {
        clearTimeout(end)
        speechSynthesis.cancel()
        resolve()
      }
      utterance.addEventListener('end', over)
      utterance.addEventListener('error', over)
      speechSynthesis.speak(utterance)
    })
}
