// What a board keeps on its device, so that it survives a restart of browser, server or both: what it
// last knew, when that was, and which moments it has played.
import type { BoardView } from '#protocol'
import type { Heard } from './call-queue.ts'

export interface BoardMemory {
  /** As last heard; null: never. */
  readonly view: BoardView | null
  /** When the server last spoke, UTC ms by its clock, and by this device's; null: never. */
  readonly heard: { readonly at: number; readonly local: number } | null
  /** Of the newest moments, oldest first. */
  readonly played: readonly Heard[]
  keep(view: BoardView, heard: { at: number; local: number }): void
  playedOne(moment: Heard): void
}

/** As much of a browser's storage as this takes. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>

/** More than a board shows: what is still called when it comes back is among them. */
const PLAYED_KEPT = 60
/** Written no more often than this, ms: a busy office changes many times a second. */
const SELDOM = 10_000

/** `after`: calls back once after so many ms. `name`: of this board on this device. */
export function openBoardMemory(
  storage: Storage,
  name: string,
  after: (ms: number, run: () => void) => void,
): BoardMemory {
  const viewKey = `guichet.board.view:${name}`
  const playedKey = `guichet.board.played:${name}`
  const kept = read<Pick<BoardMemory, 'view' | 'heard'>>(storage, viewKey)
  let played = read<Heard[]>(storage, playedKey) ?? []
  let next: Pick<BoardMemory, 'view' | 'heard'> | null = null
  let isResting = false

  function writeView(): void {
    if (next === null) return
    write(storage, viewKey, next)
    next = null
    isResting = true
    after(SELDOM, () => {
      isResting = false
      writeView()
    })
  }

  return {
    view: kept?.view ?? null,
    heard: kept?.heard ?? null,
    played: [...played],
    keep(view, heard) {
      next = { view, heard }
      if (!isResting) writeView()
    },
    playedOne(moment) {
      played = [...played, moment].slice(-PLAYED_KEPT)
      write(storage, playedKey, played)
    },
  }
}

function read<T>(storage: Storage, key: string): T | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') as T | null
  } catch {
    // Written half, or by another version: the server tells it all again.
    return null
  }
}

function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value))
  } catch {
    // No room: a board without memory is still a board.
  }
}
