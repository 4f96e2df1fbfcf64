// The kiosk's printer: one thing at a time, looked at now and then, and told of when it changes.
import type { PrinterState } from '#protocol'
import type { Raster } from '../../bridge.ts'

export interface Printer {
  look(): Promise<PrinterState>
  /** Answers how the printer is afterwards; `ready` and `paper-low` mean that it was printed. */
  print(raster: Raster): Promise<PrinterState>
}

export const NO_PRINTER: Printer = {
  look: () => Promise.resolve('none'),
  print: () => Promise.resolve('none'),
}

/** How often a printer is looked at while nothing is printed, ms. */
export const LOOK_EVERY = 15_000

export interface WatchedPrinter {
  print(raster: Raster): Promise<PrinterState>
  /** Tells how it is, from now on; null before it was looked at first. */
  state(): PrinterState | null
}

/** `after` calls back once, after so many ms. */
export function watchPrinter(
  printer: Printer,
  after: (ms: number, run: () => void) => void,
  tell: (state: PrinterState) => void,
): WatchedPrinter {
  let known: PrinterState | null = null
  let last: Promise<unknown> = Promise.resolve()

  function inTurn(work: () => Promise<PrinterState>): Promise<PrinterState> {
    const mine = last.then(work).catch((): PrinterState => 'offline')
    last = mine
    return mine.then((state) => {
      if (state !== known) tell(state)
      known = state
      return state
    })
  }
  async function look(): Promise<void> {
    await inTurn(() => printer.look())
    after(LOOK_EVERY, () => void look())
  }

  if (printer !== NO_PRINTER) void look()
  else known = 'none'
  return { print: (raster) => inTurn(() => printer.print(raster)), state: () => known }
}
