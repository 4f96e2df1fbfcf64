// Pages of staff load the server's newer one by themselves, at a moment when nobody works at them:
// untouched for a while, no dialog open and nothing half written.
import { onUnmounted, watch } from 'vue'
import { partsOfPage, watchForNewerPage } from '#protocol'
import { urgentPlace } from './open-dialogs.ts'

/** Untouched for so long, ms. */
const QUIET = 120_000
/** A page that the server will not speak to is of little use: between two touches is enough. */
const QUIET_WHEN_OLD = 5_000
/** Not at once again when the server's page was as old, ms. */
const AGAIN_AFTER = 60_000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

export interface NewerPageOptions {
  /** The server is reached: it may be another than before. */
  isLive(): boolean
  /** The server refuses this page, which is too old for it. */
  isOld(): boolean
  /** Somebody is called or served here: they are found again by a newer page, but not disturbed. */
  isBusy(): boolean
  /** Something would be lost. */
  isAtWork(): boolean
}

export function useNewerPage({ isLive, isOld, isBusy, isAtWork }: NewerPageOptions): void {
  let touchedAt = performance.now()
  const touched = (): void => {
    touchedAt = performance.now()
  }
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touched, { passive: true })
  const isLeftAlone = (): boolean => {
    const untouched = performance.now() - touchedAt
    if (isOld()) return untouched >= QUIET_WHEN_OLD && performance.now() >= AGAIN_AFTER
    return untouched >= QUIET && !isBusy()
  }
  const isQuiet = (): boolean => isLeftAlone() && urgentPlace.value === null && !isAtWork()
  const newer = watchForNewerPage({ ...partsOfPage(window), isQuiet })
  watch(isLive, (live) => {
    if (live) void newer.look()
  })
  watch(isOld, (old) => {
    if (old) newer.want()
  })
  onUnmounted(() => {
    newer.end()
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touched)
  })
}

/** A panel to fill in is open, or something has been typed that a new page would not have. */
export function isHalfWritten(): boolean {
  if (document.querySelector('aside :is(input, textarea)')) return true
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type="checkbox"], [type="radio"])',
  )
  return Array.from(fields).some(({ value }) => value !== '')
}
