// The code that the board of a room shows: whoever reads it is there. It is made of the time and the
// server's secret, so that nothing is stored and a photograph of it is soon useless.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a code is shown, ms. It is taken for as long again, for slow fingers. */
const SHOWN = 120_000
/** 60 bits, of which somebody may try a few in the minutes that it is good for. */
const LENGTH = 10

export interface RoomCode {
  readonly code: string
  /** UTC ms at which the board shows the next one. */
  readonly until: number
}

export class RoomCodes {
  private readonly secret: string

  constructor(secret: string) {
    this.secret = secret
  }

  /** The code on the boards of this office at `now` (UTC ms). */
  codeOf(office: string, now: number): RoomCode {
    const turn = Math.floor(now / SHOWN)
    return { code: this.codeAt(office, turn), until: (turn + 1) * SHOWN }
  }

  /** Whether this is the office's code at `now` (UTC ms), or the one before. */
  isCurrent(office: string, code: string, now: number): boolean {
    const turn = Math.floor(now / SHOWN)
    return [turn, turn - 1].some((each) => isSame(code, this.codeAt(office, each)))
  }

  private codeAt(office: string, turn: number): string {
    const signed = createHmac('sha256', this.secret).update(`room:${office}:${turn}`)
    return signed.digest('base64url').slice(0, LENGTH)
  }
}

function isSame(given: string, expected: string): boolean {
  const bytes = [Buffer.from(given), Buffer.from(expected)] as const
  return bytes[0].length === bytes[1].length && timingSafeEqual(...bytes)
}
