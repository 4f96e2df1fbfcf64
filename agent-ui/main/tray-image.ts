// The mark in the tray, drawn here so that its colour can tell how the desk is: a counter on a
// rounded ground, and a dot whose shape of colour and place do not vary.
import type { ShownState } from '../bridge.ts'

type Colour = readonly [red: number, green: number, blue: number]

const GROUND: Colour = [0x10, 0x37, 0x5e]
const MARK: Colour = [0xf5, 0xbd, 0x3d]
const DOT: Readonly<Record<ShownState, Colour>> = {
  'signed-out': [0x8a, 0x94, 0x9e],
  available: [0x3c, 0xb3, 0x71],
  busy: [0xf5, 0xbd, 0x3d],
  away: [0xff, 0xff, 0xff],
  'not-live': [0xd8, 0x29, 0x2f],
}

/** Side of the image, px. */
export const TRAY_SIZE = 32

/** Blue, green, red and opacity of each pixel, row by row. */
export function trayBitmap(state: ShownState): Buffer {
  const bitmap = Buffer.alloc(TRAY_SIZE * TRAY_SIZE * 4)
  for (let y = 0; y < TRAY_SIZE; y += 1) {
    for (let x = 0; x < TRAY_SIZE; x += 1) {
      const colour = colourAt(x + 0.5, y + 0.5, state)
      if (!colour) continue
      const [red, green, blue] = colour
      bitmap.set([blue, green, red, 255], 4 * (y * TRAY_SIZE + x))
    }
  }
  return bitmap
}

function colourAt(x: number, y: number, state: ShownState): Colour | null {
  const fromDot = Math.hypot(x - 24, y - 24)
  if (fromDot <= 6) return DOT[state]
  if (fromDot <= 8) return null
  const isCounter = x >= 6 && x <= 26 && Math.abs(y - 20) <= 1.5
  const isArch = y <= 20 && Math.abs(Math.hypot(x - 16, Math.min(0, y - 13)) - 6) <= 1.5
  if (isCounter || isArch) return MARK
  const corner = Math.hypot(Math.max(0, 7 - x, x - 25), Math.max(0, 7 - y, y - 25))
  return corner <= 7 ? GROUND : null
}
