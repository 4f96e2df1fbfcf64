// A printer on the network, spoken to over TCP (port 9100). Such printers take one connection at a
// time, so each ticket and each look has its own, short. A printer that does not answer is offline.
import { connect, type Socket } from 'node:net'
import type { PrinterState } from '#protocol'
import type { Raster } from '../../bridge.ts'
import { ticketBytes, WHEN_DONE } from './escpos.ts'
import type { Printer } from './printer.ts'
import { ask, isDone, isStatus, prints, QUESTIONS, stateOf } from './status.ts'

export interface NetworkPlace {
  readonly host: string
  readonly port: number
}

/** How long it may take to connect or to answer one question, and to print a ticket, ms. */
const ANSWERS_WITHIN = 2_000
const PRINTS_WITHIN = 8_000
/** While it prints, it is asked this often whether something keeps it from it, ms. */
const LOOKS_EVERY = 500

export function networkPrinter(place: NetworkPlace): Printer {
  async function within<T>(work: (line: Line) => Promise<T>): Promise<T | 'offline'> {
    let line: Line | null = null
    try {
      line = await openLine(place)
      return await work(line)
    } catch {
      return 'offline'
    } finally {
      line?.close()
    }
  }
  return {
    look: () => within(look),
    print: (raster: Raster) =>
      within(async (line) => {
        const before = await look(line)
        if (!prints(before)) return before
        line.say(ticketBytes(raster))
        line.say(WHEN_DONE)
        return untilPrinted(line)
      }),
  }
}

async function look(line: Line): Promise<PrinterState> {
  const bytes: number[] = []
  for (const question of QUESTIONS) {
    line.say(ask(question))
    bytes.push(await line.hear(isStatus, ANSWERS_WITHIN))
  }
  return stateOf(bytes as [number, number, number, number])
}

/**
 * The printer says when it has done everything; without paper it never does, but says why. A few never
 * say it: one that has found nothing wrong for so long has printed.
 */
async function untilPrinted(line: Line): Promise<PrinterState> {
  const giveUpAt = performance.now() + PRINTS_WITHIN
  for (;;) {
    const hasPrinted = await line.heard(isDone, LOOKS_EVERY)
    const now = await look(line)
    if (hasPrinted || !prints(now) || performance.now() >= giveUpAt) return now
  }
}

interface Line {
  say(bytes: Buffer): void
  /** The next byte that is such a one. Throws when none comes in time, or the line is gone. */
  hear(isSuch: (byte: number) => boolean, within: number): Promise<number>
  heard(isSuch: (byte: number) => boolean, within: number): Promise<boolean>
  close(): void
}

async function openLine({ host, port }: NetworkPlace): Promise<Line> {
  const socket = connect({ host, port, noDelay: true })
  const bytes: number[] = []
  let wake = (): void => undefined
  let isGone = false
  const gone = (): void => {
    isGone = true
    wake()
  }
  socket.on('data', (data: Buffer) => {
    bytes.push(...data)
    wake()
  })
  socket.on('error', gone)
  socket.on('close', gone)

  /** Until a byte comes, the line goes, or the time is over. */
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function find(isSuch: (byte: number) => boolean, within: number): Promise<number | null> {
    const giveUpAt = performance.now() + within
    for (;;) {
      const index = bytes.findIndex(isSuch)
      const [byte] = index < 0 ? [] : bytes.splice(index, 1)
      if (byte !== undefined) return byte
      const left = giveUpAt - performance.now()
      if (isGone || left <= 0) return null
      await pause(left)
    }
  }

  await connected(socket)
  return {
    say: (data) => socket.write(data),
    async hear(isSuch, within) {
      const byte = await find(isSuch, within)
      if (byte === null) throw new Error('the printer does not answer')
      return byte
    },
    async heard(isSuch, within) {
      const byte = await find(isSuch, within)
      if (byte === null && isGone) throw new Error('the printer has hung up')
      return byte !== null
    },
    close: () => socket.destroySoon(),
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error('the printer cannot be reached'))
    }, ANSWERS_WITHIN)
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
  })
}
