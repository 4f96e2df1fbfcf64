// The kiosk as a program: one window over the whole screen, with the page that is inside it. All
// values of Electron's are taken here and handed on; what is decided is decided elsewhere.
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, net, powerSaveBlocker, session } from 'electron'
import { autoStart } from '../shell/auto-start.ts'
import { guardPage, guardSession } from '../shell/guard.ts'
import { settingsText } from '../shell/settings.ts'
import { CHANNELS } from '../bridge.ts'
import { hearPage } from './channels.ts'
import { keepAlive } from './keep-alive.ts'
import { ownPages, TO_ITS_SERVER } from './own-pages.ts'
import { filePrinter } from './printing/file-printer.ts'
import { networkPrinter } from './printing/network-printer.ts'
import { NO_PRINTER, watchPrinter, type Printer } from './printing/printer.ts'
import { systemPrinter, type PrintingPage } from './printing/system-printer.ts'
import { readSettings, type PrinterChoice, type Settings } from './settings.ts'
import { staffExit } from './staff-exit.ts'
import { holdKeys, windowOptions } from './window.ts'

const HERE = import.meta.dirname

// Every page of every window, before it can do anything.
app.enableSandbox()
Menu.setApplicationMenu(null)
app.setAppUserModelId('ca.guichet.kiosk')
// Nobody has touched the screen after a power cut, and it speaks all the same.
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
app.commandLine.appendSwitch('overscroll-history-navigation', '0')
if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() => {
    try {
      const text = settingsText(process.argv, join(app.getPath('userData'), 'kiosk.json'))
      start(readSettings(text, process.argv))
    } catch (error) {
      dialog.showErrorBox('Guichet', error instanceof Error ? error.message : String(error))
      app.exit(1)
    }
  })
} else app.quit()

function start(settings: Settings): void {
  const { server, paper } = settings
  const pages = ownPages(join(HERE, 'pages'), server, (request) =>
    net.fetch(request, { bypassCustomProtocolHandlers: true }),
  )
  session.defaultSession.protocol.handle(new URL(server).protocol.slice(0, -1), pages)

  const preload = join(HERE, 'preload.cjs')
  const window = new BrowserWindow(windowOptions({ preload, isPackaged: app.isPackaged }))
  const page = window.webContents
  let isLeaving = false

  guardSession(page.session, server, TO_ITS_SERVER)
  guardPage(page, server)
  holdKeys(page)
  powerSaveBlocker.start('prevent-display-sleep')
  if (app.isPackaged) autoStart(app).set(true)

  function relaunch(): void {
    isLeaving = true
    app.relaunch()
    app.exit(0)
  }
  const printer = watchPrinter(printerOf(settings.printer, page), later, (state) =>
    page.send(CHANNELS.printer, state),
  )
  const mayLeave = staffExit(settings.staffCode, () => performance.now())
  hearPage(ipcMain, () => page.mainFrame, server, {
    about: () => ({
      version: app.getVersion(),
      uptime: Math.round(process.uptime()),
      paper: settings.printer.is === 'none' ? null : paper,
    }),
    print: (raster) => printer.print(raster),
    watchPrinter() {
      const state = printer.state()
      if (state !== null) page.send(CHANNELS.printer, state)
    },
    restart: relaunch,
    leave(code) {
      if (!mayLeave(code)) return false
      isLeaving = true
      app.quit()
      return true
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    if (!isLeaving) event.preventDefault()
  })
  keepAlive({
    page,
    address: `${server}/kiosk/`,
    now: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => {
        clearTimeout(timer)
      }
    },
    relaunch,
  })
}

function printerOf(choice: PrinterChoice, page: PrintingPage): Printer {
  if (choice.is === 'network') return networkPrinter(choice)
  if (choice.is === 'file') return filePrinter(choice.path)
  return choice.is === 'system' ? systemPrinter(page, choice.name) : NO_PRINTER
}

function later(ms: number, run: () => void): void {
  setTimeout(run, ms)
}
