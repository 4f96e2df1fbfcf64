// A ticket as bytes of ESC/POS: a picture, some paper fed, a cut. Pictures print every script there
// is, which the printers' own letters do not.
import type { Raster } from '../../bridge.ts'

const ESC = 0x1b
const GS = 0x1d
const RESET = [ESC, 0x40]
/** In a picture some rows look like a command to switch off, or to open a drawer: not now. */
const NO_COMMANDS_IN_DATA = [GS, 0x28, 0x44, 5, 0, 20, 1, 0, 2, 0]
/** Feeds the last line past the knife, and cuts all but a corner. */
const FEED_AND_CUT = [GS, 0x56, 66, 0]
/** Asks for the paper sensor, answered once everything before it is done. */
export const WHEN_DONE = Buffer.from([GS, 0x72, 1])
/** Rows sent at a time: printers keep one such picture in their memory. */
const BAND = 128

export function ticketBytes({ width, height, bits }: Raster): Buffer {
  const rowBytes = width / 8
  const parts = [Buffer.from([...RESET, ...NO_COMMANDS_IN_DATA])]
  for (let from = 0; from < height; from += BAND) {
    const rows = Math.min(BAND, height - from)
    const head = [GS, 0x76, 0x30, 0, rowBytes & 255, rowBytes >> 8, rows & 255, rows >> 8]
    parts.push(
      Buffer.from(head),
      Buffer.from(bits.subarray(from * rowBytes, (from + rows) * rowBytes)),
    )
  }
  parts.push(Buffer.from(FEED_AND_CUT))
  return Buffer.concat(parts)
}
