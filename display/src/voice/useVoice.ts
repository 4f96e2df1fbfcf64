// The voice of this board: its sounds are fetched ahead and kept, a call is made heard, and whether the
// browser keeps silent is known, with the touch that helps.
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { Api, Language, VoiceManifest } from '#protocol'
import type { Moment } from '../composables/call-queue.ts'
import { keptFiles } from '../composables/kept-files.ts'
import type { Room } from '../composables/board-view.ts'
import { createAnnouncer, type Said } from './announcer.ts'
import { deviceVoice } from './device-voice.ts'
import { openLoudspeaker } from './loudspeaker.ts'
import { createSoundStore } from './sound-store.ts'
import { soundingOf } from './utterances.ts'

/** Told to the window of each moment, once it has been said: `detail` is how. For tests and for staff. */
export const SAID = 'guichet:said'
export interface SaidDetail {
  readonly ticket: string
  readonly counter: string
  readonly hasChime: boolean
  readonly said: readonly Said[]
}

export interface VoiceOptions {
  readonly api: Pick<Api, 'voice'>
  readonly room: Readonly<Ref<Room | null>>
  /** By the server's clock, UTC ms. */
  now(): number
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export function useVoice({ api, room, now }: VoiceOptions) {
  const isBlocked = ref(false)
  const loudspeaker = openLoudspeaker((blocked) => {
    isBlocked.value = blocked
  })
  const kept = keptFiles('caches' in window ? caches : null, 'guichet-voice')
  const store = createSoundStore({
    file: async (path) => (await kept.get(path)).arrayBuffer(),
    decode: loudspeaker.decode,
    wait,
  })
  let manifest: VoiceManifest | null = null

  const pathsOf = (language: Language, word: string): readonly string[] =>
    manifest?.languages.find((each) => each.language === language)?.sounds[word] ?? []

  async function prepare(office: string): Promise<void> {
    document.documentElement.dataset.voice = 'preparing'
    const path = `/voice/${office}/manifest.json`
    manifest = await kept.newest(path, () => api.voice(office)).catch(() => manifest)
    const paths = manifest?.languages.flatMap(({ sounds }) => Object.values(sounds).flat()) ?? []
    await store.prepare(paths)
    await kept.keepOnly(paths)
    document.documentElement.dataset.voice = 'ready'
  }

  watch(
    () =>
      room.value?.board.voice.isOn && room.value.voiceRevision !== null && room.value.voiceRevision,
    (revision) => {
      if (revision && room.value) void prepare(room.value.office.code)
    },
    { immediate: true },
  )

  const announcer = createAnnouncer({
    async sounds(language, word) {
      const found = await Promise.all(pathsOf(language, word).map(store.sound))
      const heard = found.filter((each) => each !== null)
      // Half a name may be another's: all of a word, or none of it.
      return heard.length > 0 && heard.length === found.length ? heard : null
    },
    play: loudspeaker.play,
    deviceVoice,
  })

  /** Settles when it has been heard. */
  async function announce(moment: Moment): Promise<void> {
    if (!room.value) return
    const { board, office } = room.value
    const { utterances, volumes } = soundingOf(moment, board, office, now())
    const said = await announcer.announce(utterances, volumes)
    const { ticket, counter } = moment
    const detail: SaidDetail = { ticket, counter, hasChime: volumes.chime > 0, said }
    dispatchEvent(new CustomEvent(SAID, { detail }))
  }

  const unlock = (): void => void loudspeaker.unlock()
  addEventListener('pointerdown', unlock)
  addEventListener('keydown', unlock)
  onScopeDispose(() => {
    removeEventListener('pointerdown', unlock)
    removeEventListener('keydown', unlock)
    void loudspeaker.close()
  })
  return { isBlocked, announce, unlock }
}
