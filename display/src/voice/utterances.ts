// What is said of a call on this board, and how loud; nothing at hours that are quiet, and for people
// who asked to be called without sound. Pure.
import {
  isQuietNow,
  spokenCall,
  spokenLanguages,
  type BoardSettings,
  type OfficeRow,
} from '#protocol'
import type { Moment } from '../composables/call-queue.ts'
import { PAUSE, type Utterance, type Volumes } from './announcer.ts'

export interface Sounding {
  utterances: Utterance[]
  volumes: Volumes
}

const SILENT: Sounding = { utterances: [], volumes: { chime: 0, voice: 0 } }

/** `at`: UTC ms by the server's clock. */
export function soundingOf(
  { ticket, language, counter, isQuiet }: Moment,
  board: Pick<BoardSettings, 'chimeVolume' | 'voice' | 'quietHours'>,
  office: Pick<OfficeRow, 'counters' | 'timeZone'>,
  at: number,
): Sounding {
  if (isQuiet || isQuietNow(board, at, office.timeZone)) return SILENT
  const { isOn, volume } = board.voice
  const name = office.counters.find(({ code }) => code === counter)?.name
  const place = { code: counter, name: name ?? { en: counter, fr: counter } }
  const languages = isOn && volume > 0 ? spokenLanguages(board.voice, language) : []
  return {
    utterances: languages.map((each) => {
      const { words, text } = spokenCall(each, ticket, place)
      // The comma of what is written is a breath.
      return { language: each, text, words: words.toSpliced(-1, 0, PAUSE) }
    }),
    volumes: { chime: board.chimeVolume / 100, voice: volume / 100 },
  }
}
