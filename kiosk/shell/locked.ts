// What a page in a program's window is given: as little as a browser gives. A sandbox, a world of its
// own, no Node, no tools for developers once installed.
import type { WebPreferences } from 'electron'

export interface WindowPlace {
  /** The bundled preload script. */
  readonly preload: string
  /** Installed, not run from its sources. */
  readonly isPackaged: boolean
}

export function lockedPreferences({ preload, isPackaged }: WindowPlace): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    devTools: !isPackaged,
    navigateOnDragDrop: false,
    spellcheck: false,
    // Behind other windows, or under a screen that sleeps, the page goes on.
    backgroundThrottling: false,
  }
}
