// This page, watched for a newer one at the server.
import { onScopeDispose, watch, type Ref } from 'vue'
import { partsOfPage, watchForNewerPage, type Problem } from '#protocol'

/** A page too old for the server to speak to is loaded again after this, ms: nobody touches a board. */
const RELOAD_AFTER = 60_000

export interface NewerPageOptions {
  readonly isLive: Readonly<Ref<boolean>>
  readonly refusal: Readonly<Ref<Problem | null>>
  /** How often it was asked to begin afresh. */
  readonly restarts: Readonly<Ref<number>>
  isQuiet(): boolean
}

export function useNewerPage({ isLive, refusal, restarts, isQuiet }: NewerPageOptions): void {
  const newer = watchForNewerPage({ ...partsOfPage(window), isQuiet })
  onScopeDispose(newer.end)
  watch(isLive, (live) => {
    if (live) void newer.look()
  })
  watch(restarts, newer.want)
  watch(
    () => refusal.value?.code === 'contract-too-old',
    (isOld, _, onCleanup) => {
      if (!isOld) return
      const reload = setTimeout(() => location.reload(), RELOAD_AFTER)
      onCleanup(() => {
        clearTimeout(reload)
      })
    },
  )
}
