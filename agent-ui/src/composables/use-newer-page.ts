// The desk loads the server's newer page by itself, at a moment when nobody works at it: untouched for a
// while, nobody called or served at its counter, no dialog open and nothing half written.
import { onUnmounted, watch } from 'vue'
import { partsOfPage, watchForNewerPage } from '#protocol'
import { urgentPlace } from './open-dialogs.ts'

/** Untouched for so long, ms. */
const QUIET = 120_000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

export interface NewerPageOptions {
  isLive(): boolean
  /** Somebody is called or served at this desk. */
  isBusy(): boolean
}

export function useNewerPage({ isLive, isBusy }: NewerPageOptions): void {
  let touchedAt = performance.now()
  const touched = (): void => {
    touchedAt = performance.now()
  }
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touched, { passive: true })
  const isQuiet = (): boolean =>
    performance.now() - touchedAt >= QUIET &&
    !isBusy() &&
    urgentPlace.value === null &&
    !isHalfWritten()
  const newer = watchForNewerPage({ ...partsOfPage(window), isQuiet })
  watch(isLive, (live) => {
    if (live) void newer.look()
  })
  onUnmounted(() => {
    newer.end()
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touched)
  })
}

/** A panel to fill in is open, or something has been typed that a new page would not have. */
function isHalfWritten(): boolean {
  if (document.querySelector('aside :is(input, textarea)')) return true
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type="checkbox"], [type="radio"])',
  )
  return Array.from(fields).some(({ value }) => value !== '')
}
