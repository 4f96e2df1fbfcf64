// A ticket printer for tests: a TCP socket that takes ESC/POS as such printers do, answers how it is,
// and keeps what would be on the paper as pictures.
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'

/** What is wrong with it. */
export interface Faults {
  paper?: 'low' | 'out'
  isOpen?: boolean
  cutter?: boolean
  /** Takes what is sent, and answers nothing. */
  isMute?: boolean
  /** Runs out of paper after so many more rows of dots. */
  rowsLeft?: number
}

export interface PrintedTicket {
  readonly png: PNG
  isCut: boolean
}

const [DLE, EOT, ESC, GS] = [0x10, 0x04, 0x1b, 0x1d]

export class FakePrinter {
  faults: Faults = {}
  readonly tickets: PrintedTicket[] = []
  /** Every byte it was sent. */
  received = Buffer.alloc(0)
  port = 0
  connections = 0
  private readonly server: Server
  private readonly sockets = new Set<Socket>()
  private rows: { width: number; bits: Buffer }[] = []

  private constructor() {
    this.server = createServer((socket) => this.take(socket))
  }

  static async open(): Promise<FakePrinter> {
    const printer = new FakePrinter()
    printer.server.listen(0, '127.0.0.1')
    await once(printer.server, 'listening')
    printer.port = (printer.server.address() as AddressInfo).port
    return printer
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    this.server.close()
    await once(this.server, 'close')
  }

  private take(socket: Socket): void {
    this.connections += 1
    this.sockets.add(socket)
    let waiting = Buffer.alloc(0)
    socket.on('close', () => this.sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      this.received = Buffer.concat([this.received, data])
      waiting = Buffer.concat([waiting, data])
      for (;;) {
        const used = this.command(waiting, socket)
        if (used === 0) return
        waiting = waiting.subarray(used)
      }
    })
  }

  /** Does the first command in `bytes`. Returns how many bytes it was; 0: not whole yet. */
  private command(bytes: Buffer, socket: Socket): number {
    const [first, second, third] = bytes
    if (bytes.length < 2) return 0
    if (first === DLE && second === EOT) {
      if (third === undefined) return 0
      if (!this.faults.isMute) socket.write(Buffer.from([this.status(third)]))
      return 3
    }
    // Out of paper it does nothing but tell so, and neither does it when it is open.
    if (this.isStuck()) return keptUntilAsked(bytes)
    if (first === ESC && second === 0x40) return 2
    if (first === GS && second === 0x28) return bytes.length < 5 ? 0 : 5 + bytes.readUInt16LE(3)
    if (first === GS && second === 0x72) {
      if (third === undefined) return 0
      if (!this.faults.isMute) socket.write(Buffer.from([this.faults.paper === 'low' ? 3 : 0]))
      return 3
    }
    if (first === GS && second === 0x56) {
      if (bytes.length < 4) return 0
      this.cut()
      return 4
    }
    if (first === GS && second === 0x76) return this.picture(bytes)
    throw new Error(`the printer does not know ${bytes.subarray(0, 8).toString('hex')}`)
  }

  private picture(bytes: Buffer): number {
    if (bytes.length < 8) return 0
    const width = bytes.readUInt16LE(4)
    const height = bytes.readUInt16LE(6)
    const end = 8 + width * height
    if (bytes.length < end) return 0
    const left = this.faults.rowsLeft
    if (left !== undefined && left < height) {
      this.faults = { ...this.faults, paper: 'out' }
      return 0
    }
    if (left !== undefined) this.faults.rowsLeft = left - height
    this.rows.push({ width: width * 8, bits: bytes.subarray(8, end) })
    return end
  }

  private cut(): void {
    const width = this.rows[0]?.width ?? 8
    const bits = Buffer.concat(this.rows.map((band) => band.bits))
    const png = new PNG({ width, height: (bits.length * 8) / width })
    for (let dot = 0; dot < bits.length * 8; dot += 1) {
      const isBlack = ((bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0
      png.data.fill(isBlack ? 0 : 255, 4 * dot, 4 * dot + 3)
      png.data[4 * dot + 3] = 255
    }
    this.rows = []
    this.tickets.push({ png, isCut: true })
  }

  private isStuck(): boolean {
    const { paper, isOpen, cutter } = this.faults
    return paper === 'out' || isOpen === true || cutter === true
  }

  /** As Epson's manuals have them: bits 1 and 4 are always set. */
  private status(question: number): number {
    const { paper, isOpen, cutter } = this.faults
    const always = 0x12
    if (question === 1) return always | (this.isStuck() ? 0x08 : 0)
    if (question === 2)
      return always | (isOpen ? 0x04 : 0) | (paper === 'out' ? 0x20 : 0) | (cutter ? 0x40 : 0)
    if (question === 3) return always | (cutter ? 0x08 : 0)
    return always | (paper === 'low' ? 0x0c : 0) | (paper === 'out' ? 0x6c : 0)
  }
}

/** What it is sent while it is stuck is passed over; questions are still answered. */
function keptUntilAsked(bytes: Buffer): number {
  const at = bytes.indexOf(Buffer.from([DLE, EOT]), 1)
  return at > 0 ? at : 0
}

/** What a phone reads from the code on a ticket; null: there is none it can read. */
export function readCode(png: PNG): string | null {
  return jsqr.default(new Uint8ClampedArray(png.data), png.width, png.height)?.data ?? null
}
