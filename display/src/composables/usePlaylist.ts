// The playlist of this board, kept on the device so that it plays without its network.
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { Medium } from './board-view.ts'
import { keptFiles } from './kept-files.ts'
import { createPlaylist, type Playing } from './playlist.ts'

export function usePlaylist(media: Readonly<Ref<readonly Medium[]>>) {
  const playing = shallowRef<Playing | null>(null)
  const kept = keptFiles('caches' in window ? caches : null, 'guichet-media')
  const playlist = createPlaylist({
    locate: async ({ path }) => URL.createObjectURL(await (await kept.get(path)).blob()),
    release: (address) => URL.revokeObjectURL(address),
    onPlaying(next) {
      playing.value = next
    },
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => {
        clearTimeout(timer)
      }
    },
  })
  watch(
    media,
    (list) => {
      playlist.set(list)
      void kept.keepOnly(list.map(({ path }) => path))
    },
    { immediate: true },
  )
  onScopeDispose(playlist.stop)
  return { playing, next: playlist.next, fail: playlist.fail }
}
