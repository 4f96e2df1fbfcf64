// This page, watched for a newer one at the server.
import { onScopeDispose, watch, type Ref } from 'vue'
import type { Problem } from '#protocol'
import { scriptOf, watchForNewerPage } from './newer-page.ts'

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
  const newer = watchForNewerPage({
    mine: () => document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null,
    async theirs() {
      // `no-store`: whatever keeps the page on this device does not answer for the server.
      const answer = await fetch(location.pathname, { cache: 'no-store' })
      return answer.ok ? scriptOf(await answer.text()) : null
    },
    isQuiet,
    reload: () => location.reload(),
    every(ms, run) {
      const timer = setInterval(run, ms)
      return () => {
        clearInterval(timer)
      }
    },
  })
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
