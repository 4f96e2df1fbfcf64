// The one window: the whole screen, and nothing of the computer around it.
import type { BrowserWindowConstructorOptions } from 'electron'
import { lockedPreferences, type WindowPlace } from '../shell/locked.ts'

export function windowOptions(place: WindowPlace): BrowserWindowConstructorOptions {
  return {
    title: 'Guichet',
    kiosk: true,
    fullscreen: true,
    frame: false,
    alwaysOnTop: place.isPackaged,
    autoHideMenuBar: true,
    // The colour on which the first screen stands: nothing flashes when it comes.
    backgroundColor: '#08213b',
    show: false,
    webPreferences: lockedPreferences(place),
  }
}

export interface PressedKey {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
}
interface Refusable {
  preventDefault(): void
}

/** What is used of Electron's `webContents`. */
export interface KeyedPage {
  on(event: 'before-input-event', listener: (event: Refusable, key: PressedKey) => void): unknown
  on(event: 'context-menu', listener: (event: Refusable) => void): unknown
  setVisualZoomLevelLimits(least: number, most: number): Promise<void>
}

/** Keys that leave the page, change its size or load it again do nothing; those for text stay. */
export function holdKeys(page: KeyedPage): void {
  page.on('before-input-event', (event, { type, key, control, alt, meta }) => {
    const isText = control && !alt && !meta && ['a', 'c', 'v', 'x', 'z'].includes(key.toLowerCase())
    // AltGr, with which letters are typed, is control and alt on Windows.
    const isAltGr = control && alt && key.length === 1
    const isHeld = control || alt || meta || /^F\d+$/.test(key) || key.startsWith('Browser')
    if (type === 'keyDown' && isHeld && !isText && !isAltGr) event.preventDefault()
  })
  page.on('context-menu', (event) => event.preventDefault())
  page.setVisualZoomLevelLimits(1, 1).catch(() => undefined)
}
