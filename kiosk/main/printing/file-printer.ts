// A printer at a device file of this computer, such as /dev/usb/lp0 or \\.\LPT1. It is only written
// to; the system's errors tell what is wrong with it.
import { constants } from 'node:fs'
import { access, open } from 'node:fs/promises'
import type { PrinterState } from '#protocol'
import { ticketBytes } from './escpos.ts'
import type { Printer } from './printer.ts'

/** Linux says "no space" of a printer that has no paper left. */
const OF_ERROR: Readonly<Record<string, PrinterState>> = { ENOSPC: 'paper-out', EBUSY: 'jam' }

export function filePrinter(path: string): Printer {
  return {
    look: () => told(() => access(path, constants.W_OK)),
    print: (raster) =>
      told(async () => {
        const file = await open(path, 'a')
        try {
          await file.writeFile(ticketBytes(raster))
        } finally {
          await file.close()
        }
      }),
  }
}

async function told(work: () => Promise<void>): Promise<PrinterState> {
  try {
    await work()
    return 'ready'
  } catch (error) {
    return OF_ERROR[(error as NodeJS.ErrnoException).code ?? ''] ?? 'offline'
  }
}
