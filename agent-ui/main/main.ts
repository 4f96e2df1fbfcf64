// The desk as a program: one window on the server's desk page, a mark in the tray, and one key. All
// values of Electron's are taken here and handed on; what is decided is decided elsewhere.
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  screen,
  Tray,
} from 'electron'
import { autoStart } from '../../kiosk/shell/auto-start.ts'
import { guardPage, guardSession } from '../../kiosk/shell/guard.ts'
import { settingsText } from '../../kiosk/shell/settings.ts'
import { CHANNELS, type ShownState } from '../bridge.ts'
import { hearPage } from './channels.ts'
import { holdKey } from './global-key.ts'
import { keepLoaded } from './loading.ts'
import { readSettings, type Settings } from './settings.ts'
import { createShapes } from './shape.ts'
import { TRAY_SIZE, trayBitmap } from './tray-image.ts'
import { fillTray, type TrayMark } from './tray.ts'
import { windowOptions } from './window.ts'

const HERE = import.meta.dirname

// Every page of every window, before it can do anything.
app.enableSandbox()
Menu.setApplicationMenu(null)
app.setAppUserModelId('ca.guichet.desk')
if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() => {
    try {
      const text = settingsText(process.argv, join(app.getPath('userData'), 'desk.json'))
      start(readSettings(text, process.argv))
    } catch (error) {
      dialog.showErrorBox('Guichet', error instanceof Error ? error.message : String(error))
      app.exit(1)
    }
  })
} else app.quit()

function start({ server, callNextKey }: Settings): void {
  const preload = join(HERE, 'preload.cjs')
  const window = new BrowserWindow(windowOptions({ preload, isPackaged: app.isPackaged }))
  const page = window.webContents
  let isQuitting = false

  function raise(): void {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  guardSession(page.session, server, ['notifications'])
  guardPage(page, server)
  const shape = createShapes(window, () => screen.getDisplayMatching(window.getBounds()).workArea)
  const held = holdKey(globalShortcut, callNextKey, () => page.send(CHANNELS.callNext))
  const tray = fillTray(trayMark(), {
    autoStart: autoStart(app),
    raise,
    wantShape: (wanted) => page.send(CHANNELS.shapeWanted, wanted),
    quit: () => app.quit(),
  })
  hearPage(ipcMain, () => page.mainFrame, server, {
    tell: (news) => tray.tell(news),
    shape,
    raise,
    callNextKey: () => held,
  })
  window.once('ready-to-show', () => window.show())
  // Closed by its button it goes on in the tray: who arrives is still told, the key still calls.
  window.on('close', (event) => {
    if (isQuitting) return
    event.preventDefault()
    window.hide()
  })
  app.on('before-quit', () => (isQuitting = true))
  app.on('second-instance', raise)
  app.on('will-quit', () => globalShortcut.unregisterAll())
  keepLoaded({
    page,
    server,
    unreachablePage: join(HERE, 'unreachable.html'),
    after: setTimeoutLater,
    onUnreachable() {
      shape('desk')
      tray.tellUnreachable()
    },
  })
}

function setTimeoutLater(ms: number, run: () => void): void {
  setTimeout(run, ms)
}

function trayMark(): TrayMark {
  const image = (state: ShownState) =>
    nativeImage.createFromBitmap(trayBitmap(state), {
      width: TRAY_SIZE,
      height: TRAY_SIZE,
      scaleFactor: 2,
    })
  const tray = new Tray(image('signed-out'))
  return {
    on: (event, listener) => tray.on(event, listener),
    setToolTip: (text) => tray.setToolTip(text),
    showState: (state) => tray.setImage(image(state)),
    showMenu: (items) => tray.setContextMenu(Menu.buildFromTemplate(items)),
  }
}
