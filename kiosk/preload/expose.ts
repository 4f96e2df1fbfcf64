// The bridge as the page gets it: five narrow verbs over named channels, and nothing of Electron.
import type { PrinterState } from '#protocol'
import { listenTo, type Wire } from '../shell/wire.ts'
import { CHANNELS, type KioskAbout, type KioskBridge } from '../bridge.ts'

export function createBridge(wire: Wire): KioskBridge {
  return {
    about: () => wire.invoke(CHANNELS.about) as Promise<KioskAbout>,
    print: ({ width, height, bits }) =>
      wire.invoke(CHANNELS.print, { width, height, bits }) as Promise<PrinterState>,
    onPrinter(heard) {
      const stop = listenTo(wire, CHANNELS.printer, (state) => {
        heard(state as PrinterState)
      })
      wire.send(CHANNELS.watchPrinter)
      return stop
    },
    restart: () => wire.send(CHANNELS.restart),
    leave: async (code) => (await wire.invoke(CHANNELS.leave, code)) === true,
  }
}
