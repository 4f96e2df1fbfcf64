// How a printer is, from the four bytes in which ESC/POS printers tell it (DLE EOT 1 to 4).
import type { PrinterState } from '#protocol'

const DLE = 0x10
const EOT = 0x04

/** What can be asked: the printer, why it is offline, its errors, its paper. */
export const QUESTIONS = [1, 2, 3, 4] as const
export type Question = (typeof QUESTIONS)[number]

export function ask(question: Question): Buffer {
  return Buffer.from([DLE, EOT, question])
}

/** Whether this byte is the answer to such a question: four of its bits are always the same. */
export function isStatus(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010
}

/** Whether this byte is the answer to `GS r`: two of its bits are always the same. */
export function isDone(byte: number): boolean {
  return (byte & 0b1001_0000) === 0
}

const OFFLINE = 0b0000_1000
const COVER_OPEN = 0b0000_0100
const STOPPED_BY_PAPER = 0b0010_0000
const CUTTER = 0b0000_1000
const FOR_GOOD = 0b0010_0000
const MECHANISM = 0b0100_0100
const PAPER_END = 0b0110_0000
const PAPER_LOW = 0b0000_1100

/** `bytes`: the answers to the questions, in their order. What keeps it from printing comes first. */
export function stateOf(bytes: readonly [number, number, number, number]): PrinterState {
  const [printer, offline, error, paper] = bytes
  if (offline & COVER_OPEN) return 'cover-open'
  if (paper & PAPER_END || offline & STOPPED_BY_PAPER) return 'paper-out'
  if (error & (CUTTER | FOR_GOOD | MECHANISM)) return 'jam'
  if (printer & OFFLINE) return 'offline'
  return paper & PAPER_LOW ? 'paper-low' : 'ready'
}

/** Whether a ticket can be printed, or was, by a printer that is so. */
export function prints(state: PrinterState): boolean {
  return state === 'ready' || state === 'paper-low'
}
