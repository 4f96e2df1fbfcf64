// Hears the page: only what is of the agreed form.
import type { PrinterState } from '#protocol'
import { hearingOf, type Ears, type Frame } from '../shell/hearing.ts'
import { CHANNELS, isRaster, type KioskAbout, type Raster } from '../bridge.ts'

export interface Heard {
  about(): KioskAbout
  print(raster: Raster): Promise<PrinterState>
  /** The page wants to know how the printer is, from now on. */
  watchPrinter(): void
  restart(): void
  leave(code: string): boolean
}

const CODE_LENGTH = 20

export function hearPage(ears: Ears, topFrame: () => Frame, server: string, heard: Heard): void {
  const isHeard = hearingOf(topFrame, server)

  ears.handle(CHANNELS.about, (event) => (isHeard(event) ? heard.about() : null))
  ears.handle(CHANNELS.print, (event, value) =>
    isHeard(event) && isRaster(value) ? heard.print(value) : 'offline',
  )
  ears.handle(CHANNELS.leave, (event, value) => {
    const isCode = typeof value === 'string' && value.length <= CODE_LENGTH
    return isHeard(event) && isCode && heard.leave(value)
  })
  ears.on(CHANNELS.watchPrinter, (event) => {
    if (isHeard(event)) heard.watchPrinter()
  })
  ears.on(CHANNELS.restart, (event) => {
    if (isHeard(event)) heard.restart()
  })
}
