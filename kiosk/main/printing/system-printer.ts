// The system's own printer, through its driver: the page lays the ticket out for print, and Electron
// hands it over without a dialog. Drivers tell little: a refused print is all that is known.
import type { Printer } from './printer.ts'

/** What is used of Electron's `webContents`. */
export interface PrintingPage {
  print(
    options: { silent: boolean; printBackground: boolean; deviceName?: string },
    done: (isDone: boolean, why: string) => void,
  ): void
  getPrintersAsync(): Promise<{ name: string }[]>
}

/** `name` null: the system's default printer. */
export function systemPrinter(page: PrintingPage, name: string | null): Printer {
  return {
    async look() {
      const printers = await page.getPrintersAsync()
      const isThere = printers.some((each) => name === null || each.name === name)
      return isThere ? 'ready' : 'offline'
    },
    print: () =>
      new Promise((resolve) => {
        const device = name === null ? {} : { deviceName: name }
        page.print({ silent: true, printBackground: true, ...device }, (isDone) => {
          resolve(isDone ? 'ready' : 'offline')
        })
      }),
  }
}
