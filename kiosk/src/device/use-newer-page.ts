// A kiosk in a browser loads the server's newer page by itself, once nobody has stood before it for a
// while; the program ships its page and is updated with it.
import { onScopeDispose, watch, type Ref } from 'vue'
import { partsOfPage, watchForNewerPage } from '#protocol'

/** Nobody has been there for so long, ms: somebody who has just come may be reading. */
const QUIET = 20_000

export function useNewerPage(isLive: Readonly<Ref<boolean>>, isFree: Readonly<Ref<boolean>>): void {
  if (window.guichetKiosk) return
  let freeSince = performance.now()
  const newer = watchForNewerPage({
    ...partsOfPage(window),
    isQuiet: () => isFree.value && performance.now() - freeSince >= QUIET,
  })
  onScopeDispose(newer.end)
  watch(isFree, () => {
    freeSince = performance.now()
  })
  watch(isLive, (live) => {
    if (live) void newer.look()
  })
}
