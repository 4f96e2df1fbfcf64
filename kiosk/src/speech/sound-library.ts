// The sounds of this kiosk: asked for ahead, kept in the browser's cache for when the kiosk is cut off,
// and found again by what they say.
import type { Api, Language } from '#protocol'
import { keyOf, withoutRepeats, type Sentence } from './sentences.ts'

/** Where sounds are kept; the browser's Cache, or a test's. */
export interface SoundKeeper {
  load(): Promise<Record<string, string>>
  save(index: Record<string, string>): Promise<void>
  /** Fetches the sound and keeps it; nothing when it is there. */
  keep(path: string): Promise<void>
}

/** How many sentences are asked for at once. */
const AT_ONCE = 40
const TICKET = /^[A-Z]{1,4}[ -]?[A-Z]{0,3}\d+$/

/** A ticket number, or a key of a keyboard, character by character; any other text is not spelt. */
export function spell({ language, text }: Sentence): Sentence[] {
  if (text.length > 1 && !TICKET.test(text)) return []
  return text
    .toUpperCase()
    .split('')
    .map((one) => ({ language, text: one }))
}

export type Prepared = 'ready' | 'unavailable' | 'unreachable'

export function createSoundLibrary(api: Pick<Api, 'speech'>, office: string, keeper: SoundKeeper) {
  const index = new Map<string, string>()

  const soundOf = (language: Language, text: string): string[] => {
    const path = index.get(keyOf({ language, text }))
    return path === undefined ? [] : [path]
  }

  /** Paths of the sounds that say this: whole, or character by character; empty when unknown. */
  function soundsOf({ language, text }: Sentence): string[] {
    for (const spelt of [text, text.replace(/[.:]$/, '').trimEnd()]) {
      const whole = soundOf(language, spelt)
      if (whole.length > 0) return whole
    }
    return spell({ language, text }).flatMap((one) => soundOf(language, one.text))
  }

  /** What was kept before is there at once, without the server. */
  async function recall(): Promise<void> {
    for (const [key, path] of Object.entries(await keeper.load())) index.set(key, path)
  }

  /** Has all of these made and keeps them, the first ones first. */
  async function prepare(sentences: readonly Sentence[]): Promise<Prepared> {
    const all = withoutRepeats(sentences)
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const isGoingOn = await ask(all.slice(from, from + AT_ONCE))
      if (isGoingOn !== 'ready') return isGoingOn
    }
    return 'ready'
  }

  async function ask(sentences: readonly Sentence[]): Promise<Prepared> {
    try {
      const answer = await api.speech(office, { sentences: [...sentences] })
      if (!answer.isAvailable) return 'unavailable'
      for (const { path, ...sentence } of answer.sounds) index.set(keyOf(sentence), path)
      await Promise.all(answer.sounds.map(({ path }) => keeper.keep(path)))
      await keeper.save(Object.fromEntries(index))
      return 'ready'
    } catch {
      // Cut off, or no room to keep them: what is there is spoken.
      return 'unreachable'
    }
  }

  return { soundsOf, recall, prepare, isEmpty: () => index.size === 0 }
}
