// Where the call bar is shown: in a window of its own in a browser, in place of the desk where the
// window is the desk's own (the desktop program, the installed page, or the bar's own window).
import type { VisitActionName } from './desk-moves.ts'
import type { KeyAction } from './keys.ts'

/** What the bar has a button for; the other moves are a key, or the whole desk, away. */
export const BAR_MOVES = ['recall', 'hold', 'no-show'] as const satisfies (VisitActionName &
  KeyAction)[]
export type BarMove = (typeof BAR_MOVES)[number]

/** Size of the bar's window without its frame, px. */
export const BAR_SIZE = { width: 420, height: 120 } as const
const DESK_SIZE = { width: 1280, height: 800 } as const
const BAR_ADDRESS = '/desk/?bar'

/** Whether this page was opened to be the bar. */
export function isBarAddress(address: string): boolean {
  return new URL(address).searchParams.has('bar')
}

/** Opens the bar beside the desk. False: the browser opens no windows. */
export function openBarWindow(): boolean {
  const { width, height } = BAR_SIZE
  return window.open(BAR_ADDRESS, 'guichet-bar', `popup,width=${width},height=${height}`) !== null
}

/** Browsers obey in windows that a page has opened and in installed pages, and nowhere else. */
export function resizeWindow(isBar: boolean): void {
  const size = isBar ? BAR_SIZE : DESK_SIZE
  const frame = { width: outerWidth - innerWidth, height: outerHeight - innerHeight }
  window.resizeTo(size.width + frame.width, size.height + frame.height)
}
