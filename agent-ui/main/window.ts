// The one window. The page in it is the server's, so it is given as little as a browser gives.
import type { BrowserWindowConstructorOptions } from 'electron'
import { lockedPreferences, type WindowPlace } from '../../kiosk/shell/locked.ts'

export function windowOptions(place: WindowPlace): BrowserWindowConstructorOptions {
  return {
    title: 'Guichet',
    width: 1280,
    height: 800,
    useContentSize: true,
    // Shown when there is something to see.
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f4f6f8',
    webPreferences: lockedPreferences(place),
  }
}
