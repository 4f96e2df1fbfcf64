// The one window. The page in it is the server's, so it is given as little as a browser gives: a
// sandbox, a world of its own, no Node, no tools for developers once installed.
import type { BrowserWindowConstructorOptions } from 'electron'

export interface WindowPlace {
  /** The bundled preload script. */
  readonly preload: string
  /** Installed, not run from its sources. */
  readonly isPackaged: boolean
}

export function windowOptions({
  preload,
  isPackaged,
}: WindowPlace): BrowserWindowConstructorOptions {
  return {
    title: 'Guichet',
    width: 1280,
    height: 800,
    useContentSize: true,
    // Shown when there is something to see.
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f4f6f8',
    webPreferences: {
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
      // Behind other windows the desk goes on hearing who arrives.
      backgroundThrottling: false,
    },
  }
}
