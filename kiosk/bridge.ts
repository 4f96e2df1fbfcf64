// All the power the kiosk page gets from the program it may run in, and all that the program hears
// from the page. Without the program `window.guichetKiosk` is absent, and the page does what a browser
// can: it prints through the system's own printer, if it is told to.
import type { PrinterState } from '#protocol'

/** A picture of one bit a dot: rows of `width / 8` bytes, the leftmost dot first, 1 is black. */
export interface Raster {
  /** Dots; a multiple of 8. */
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array
}

/** Dots that fit on a line, by the width of the paper in mm, at 203 dots an inch. */
export const DOTS = { 80: 576, 58: 384 } as const
export type Paper = keyof typeof DOTS

export interface KioskAbout {
  /** Of the program. */
  readonly version: string
  /** Seconds since the program began. */
  readonly uptime: number
  /** Width of the printer's paper, mm; null: there is no printer. */
  readonly paper: Paper | null
}

export interface KioskBridge {
  about(): Promise<KioskAbout>
  /** Prints and cuts. Answers how the printer is: `ready` and `paper-low` mean that it was printed. */
  print(raster: Raster): Promise<PrinterState>
  /** How the printer is, now and whenever that changes. Answers how to stop listening. */
  onPrinter(heard: (state: PrinterState) => void): () => void
  /** Begins the whole program afresh. */
  restart(): void
  /** Closes the program for whoever knows the code for staff. False: that is not the code. */
  leave(code: string): Promise<boolean>
}

/** Where the bridge is found in the page. */
export const BRIDGE_NAME = 'guichetKiosk'

declare global {
  interface Window {
    readonly guichetKiosk?: KioskBridge
  }
}

/** The wires between page and program. Each carries one thing, in one direction or with its answer. */
export const CHANNELS = {
  about: 'kiosk:about',
  print: 'kiosk:print',
  watchPrinter: 'kiosk:watch-printer',
  printer: 'program:printer',
  restart: 'kiosk:restart',
  leave: 'kiosk:leave',
} as const

/** The longest ticket, dots: about half a metre. */
export const LONGEST = 4_000

export function isRaster(value: unknown): value is Raster {
  if (typeof value !== 'object' || value === null) return false
  const { width, height, bits } = value as Record<string, unknown>
  return (
    Object.values(DOTS).some((dots) => dots === width) &&
    typeof width === 'number' &&
    typeof height === 'number' &&
    Number.isInteger(height) &&
    height > 0 &&
    height <= LONGEST &&
    bits instanceof Uint8Array &&
    bits.length === (width / 8) * height
  )
}
