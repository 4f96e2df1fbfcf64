// A call made heard: the chime, then what is said in each language, as one gapless sound. Framework-free:
// recordings, loudspeaker and the device's own voice are handed in.
import type { Language } from '#protocol'
import { chime, joined, louder, type Piece } from './samples.ts'

/** What is said in one language: as it is written, and the words it is put together from. */
export interface Utterance {
  readonly language: Language
  readonly text: string
  /** The signs of the number, a pause, the counter. */
  readonly words: readonly string[]
}

/** How one utterance came to be heard: by recordings, by the device's own voice, or not at all. */
export interface Said extends Utterance {
  readonly by: 'recordings' | 'device' | 'nothing'
  /** Words that had no sound. */
  readonly missing: readonly string[]
}

export interface AnnouncerParts {
  /** The sounds of a word, ready to be played; null: it has none. */
  sounds(language: Language, word: string): Promise<readonly Float32Array[] | null>
  /** Plays it; settles when it is over. */
  play(samples: Float32Array): Promise<void>
  /** The device's own voice; null where it has no good one. */
  deviceVoice(language: Language): ((text: string, volume: number) => Promise<void>) | null
}

/** 0 (none) to 1. */
export interface Volumes {
  readonly chime: number
  readonly voice: number
}

/** A word that is a breath. */
export const PAUSE = ','
const BREATH = 0.2
/** Between two words, between the chime and the words, and between two languages, seconds. */
const BETWEEN_WORDS = 0.04
const AFTER_CHIME = 0.2
const BETWEEN_LANGUAGES = 0.6

export interface Announcer {
  /** Settles when all has been heard. Answers how each utterance was. */
  announce(utterances: readonly Utterance[], volumes: Volumes): Promise<Said[]>
}

export function createAnnouncer({ sounds, play, deviceVoice }: AnnouncerParts): Announcer {
  const bell = chime()

  /**
   * The words of one language as sound. Without a sound for what the counter is called, that is left
   * out; without one for a sign of the number, all is: “A 0 3” would call somebody else than A023.
   */
  async function recorded({ language, words }: Utterance) {
    const found = await Promise.all(
      words.map(async (word) => (word === PAUSE ? null : sounds(language, word).catch(() => null))),
    )
    const isMissing = (word: string, index: number): boolean => word !== PAUSE && !found[index]
    const isWhole = !words.slice(0, words.indexOf(PAUSE)).some(isMissing)
    const pieces = words.flatMap((word, index): Piece[] =>
      word === PAUSE ? [BREATH] : (found[index] ?? []).flatMap((each) => [each, BETWEEN_WORDS]),
    )
    return { missing: words.filter(isMissing), pieces: isWhole ? pieces : null }
  }

  return {
    async announce(utterances, volumes) {
      const found = await Promise.all(utterances.map(recorded))
      const said: Said[] = []
      let pieces: Piece[] = volumes.chime > 0 ? [louder(bell, volumes.chime), AFTER_CHIME] : []
      const flush = async (): Promise<void> => {
        const samples = joined(pieces)
        pieces = []
        if (samples.length > 0) await play(samples)
      }
      for (const [index, utterance] of utterances.entries()) {
        const { pieces: words, missing } = found[index] ?? { pieces: null, missing: [] }
        const voice = words ? null : deviceVoice(utterance.language)
        if (said.length > 0 && (words ?? voice)) pieces.push(BETWEEN_LANGUAGES)
        if (words) pieces.push(...words.map((piece) => louder(piece, volumes.voice)))
        if (voice) {
          await flush()
          await voice(utterance.text, volumes.voice)
        }
        said.push({
          ...utterance,
          by: words ? 'recordings' : voice ? 'device' : 'nothing',
          missing,
        })
      }
      await flush()
      return said
    },
  }
}
