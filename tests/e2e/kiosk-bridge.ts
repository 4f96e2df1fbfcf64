// The kiosk's program around a page in a test: the page's bridge, with the program's own printer behind
// it, and the page answered from inside the program as its window would.
import type { Page } from 'playwright-core'
import type { PrinterState } from '#protocol'
import { DOTS, isRaster, type Paper } from '../../kiosk/bridge.ts'
import { ownPages, TO_ITS_SERVER } from '../../kiosk/main/own-pages.ts'
import type { Printer } from '../../kiosk/main/printing/printer.ts'

interface Program {
  readonly printer: Printer
  readonly paper: Paper
  readonly staffCode?: string
}

/** What the page has asked of its program, and how to tell it something. */
export interface BridgedPage {
  readonly restarts: () => number
  readonly isLeft: () => boolean
  tellPrinter(state: PrinterState): Promise<void>
}

declare global {
  interface Window {
    programPrint(width: number, height: number, bits: number[]): Promise<PrinterState>
    programLook(): Promise<PrinterState>
    programRestart(): Promise<void>
    programLeave(code: string): Promise<boolean>
    programTell(state: PrinterState): void
  }
}

/** Call it before the page is opened. */
export async function bridge(page: Page, program: Program): Promise<BridgedPage> {
  let restarts = 0
  let isLeft = false
  await page.exposeFunction('programPrint', (width: number, height: number, bits: number[]) => {
    const raster = { width, height, bits: Uint8Array.from(bits) }
    if (!isRaster(raster) || width !== DOTS[program.paper]) throw new Error('that is no ticket')
    return program.printer.print(raster)
  })
  await page.exposeFunction('programLook', () => program.printer.look())
  await page.exposeFunction('programRestart', () => void (restarts += 1))
  await page.exposeFunction('programLeave', (code: string) => {
    isLeft = code === program.staffCode
    return isLeft
  })
  // What runs the tests names the functions of the next script by this.
  await page.addInitScript('globalThis.__name = (given) => given')
  await page.addInitScript((paper) => {
    const heard = new Set<(state: PrinterState) => void>()
    window.programTell = (state) => heard.forEach((each) => each(state))
    Object.defineProperty(window, 'guichetKiosk', {
      value: {
        about: () => Promise.resolve({ version: '1.2.3', uptime: 7, paper }),
        print: ({ width, height, bits }: { width: number; height: number; bits: Uint8Array }) =>
          window.programPrint(width, height, Array.from(bits)),
        onPrinter(listener: (state: PrinterState) => void) {
          heard.add(listener)
          void window.programLook().then(listener)
          return () => heard.delete(listener)
        },
        restart: () => void window.programRestart(),
        leave: (code: string) => window.programLeave(code),
      },
    })
  }, program.paper)
  return {
    restarts: () => restarts,
    isLeft: () => isLeft,
    tellPrinter: (state) => page.evaluate((told) => window.programTell(told), state),
  }
}

/** Answers the page's requests as the program does: its own files first, then the server. */
export async function inProgram(page: Page, pages: string, server: string): Promise<void> {
  await page.context().grantPermissions([TO_ITS_SERVER[0]], { origin: server })
  await page.route('**/*', async (route) => {
    const asked = route.request()
    const own = ownPages(pages, server, () => Promise.reject(new Error('passed on')))
    const request = new Request(asked.url(), { method: asked.method() })
    const response = await own(request).catch(() => null)
    if (!response) {
      await route.continue()
      return
    }
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
}
