// Draws a ticket on a canvas, dot for dot as the printer will print it, in the office's own type: so
// every script prints, and the paper looks like the screen.
import QRCode from 'qrcode'
import type { PaperPart } from './paper-ticket.ts'

const FAMILY = "'BC Sans', sans-serif"
const LEADING = 1.22
/** White at each side, dots. */
const MARGIN = 12
/** White that a QR code needs around itself, in its own modules. */
const QUIET = 4
const FOOT = 24

type Pen = CanvasRenderingContext2D

/** `width` in dots. Waits until the type is there. */
export async function drawTicket(
  parts: readonly PaperPart[],
  width: number,
): Promise<HTMLCanvasElement> {
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 30px ${FAMILY}`)))
  const codes = drawnCodes(parts)
  const measure = penOf(document.createElement('canvas'))
  const height = lay(measure, parts, codes, width, false)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.ceil(height)
  const pen = penOf(canvas)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, canvas.height)
  pen.fillStyle = '#000'
  lay(pen, parts, codes, width, true)
  return canvas
}

/** Places every part below the one before; draws it if it is to. Returns the height of all. */
function lay(
  pen: Pen,
  parts: readonly PaperPart[],
  codes: ReadonlyMap<string, Code>,
  width: number,
  isDrawn: boolean,
): number {
  const room = width - 2 * MARGIN
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  let y = 0
  for (const part of parts) {
    y += part.gap
    if (part.is === 'rule') {
      if (isDrawn) pen.fillRect(MARGIN, y, room, 3)
      y += 3
    } else if (part.is === 'qr') {
      const code = codes.get(part.text)
      if (code) y += drawCode(pen, code, part.size, width, y, isDrawn)
    } else {
      const isNumber = part.is === 'number'
      const size = isNumber ? fitted(pen, part.text, part.size, room) : part.size
      pen.font = fontOf(size, isNumber || part.isBold)
      for (const line of isNumber ? [part.text] : wrapped(pen, part.text, room)) {
        if (isDrawn) pen.fillText(line, width / 2, y + size)
        y += size * LEADING
      }
    }
  }
  return y + FOOT
}

function fontOf(size: number, isBold: boolean): string {
  return `${isBold ? 700 : 400} ${size}px ${FAMILY}`
}

/** The largest size, up to `size`, at which the text fits. */
function fitted(pen: Pen, text: string, size: number, room: number): number {
  pen.font = fontOf(size, true)
  return Math.min(size, Math.floor((size * room) / pen.measureText(text).width))
}

/** The text in lines that fit, broken at spaces; a word too long for a line stands alone in one. */
function wrapped(pen: Pen, text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && pen.measureText(longer).width <= room)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

interface Code {
  readonly size: number
  readonly data: Uint8Array
}

function drawnCodes(parts: readonly PaperPart[]): Map<string, Code> {
  const texts = parts.flatMap((part) => (part.is === 'qr' ? [part.text] : []))
  return new Map(texts.map((text) => [text, QRCode.create(text).modules]))
}

/** Each module a whole number of dots, or a phone cannot read it. Returns its height. */
function drawCode(
  pen: Pen,
  { size, data }: Code,
  wanted: number,
  width: number,
  top: number,
  isDrawn: boolean,
): number {
  const modules = size + 2 * QUIET
  const dots = Math.max(3, Math.floor(wanted / modules))
  const left = Math.floor((width - size * dots) / 2)
  if (isDrawn)
    data.forEach((isDark, index) => {
      if (!isDark) return
      const x = left + (index % size) * dots
      pen.fillRect(x, top + (QUIET + Math.floor(index / size)) * dots, dots, dots)
    })
  return modules * dots
}

function penOf(canvas: HTMLCanvasElement): Pen {
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('this browser cannot draw')
  return pen
}
