// Tickets on their way to the paper: the bytes at a socket that plays the printer, and every way in
// which a printer fails.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { PrinterState } from '#protocol'
import { isRaster, type Raster } from '../../../kiosk/bridge.ts'
import { ticketBytes } from '../../../kiosk/main/printing/escpos.ts'
import { filePrinter } from '../../../kiosk/main/printing/file-printer.ts'
import { networkPrinter } from '../../../kiosk/main/printing/network-printer.ts'
import { LOOK_EVERY, NO_PRINTER, watchPrinter } from '../../../kiosk/main/printing/printer.ts'
import { systemPrinter } from '../../../kiosk/main/printing/system-printer.ts'
import { toRaster } from '../../../kiosk/src/printing/raster.ts'
import { FakePrinter, type Faults } from '../../support/fake-printer.ts'

/** Black where `isBlack`. */
function raster(height: number, isBlack: (x: number, y: number) => boolean, width = 576): Raster {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      data.set(isBlack(x, y) ? [0, 0, 0, 255] : [255, 255, 255, 255], 4 * (y * width + x))
  return toRaster({ width, height, data })
}
/** A slope, so that every row differs, over more than one band. */
const SLOPE = raster(300, (x, y) => x < y)

describe('a ticket as bytes', () => {
  it('A15 is reset, its rows in bands, fed and cut', () => {
    const bytes = ticketBytes(raster(130, () => true, 384))

    assert.equal(bytes.subarray(0, 2).toString('hex'), '1b40')
    const [first, second] = [48, 48].map((width, index) => {
      const rows = index === 0 ? 128 : 2
      return Buffer.from([0x1d, 0x76, 0x30, 0, width, 0, rows, 0])
    })
    const at = bytes.indexOf(first!)
    assert.ok(at > 0)
    assert.equal(bytes.indexOf(second!), at + 8 + 48 * 128)
    assert.ok(bytes.subarray(at + 8, at + 8 + 48 * 128).every((byte) => byte === 255))
    assert.equal(bytes.subarray(-4).toString('hex'), '1d564200')
  })

  it('keeps rows that look like commands from being obeyed', () => {
    const start = ticketBytes(SLOPE).subarray(2, 12)
    assert.equal(start.toString('hex'), '1d284405001401000200')
  })

  it('is a dot where the pixel is darker than half, and no dot where it is not', () => {
    const { bits } = toRaster({
      width: 8,
      height: 1,
      data: [0, 255, 90, 200, 127, 129, 255, 0].flatMap((grey) => [grey, grey, grey, 255]),
    })
    assert.deepEqual([...bits], [0b1010_1001])
  })

  it('is nothing but a picture of the right width, and no longer than a ticket is', () => {
    assert.ok(isRaster(SLOPE))
    const wrong: unknown[] = [
      null,
      'bits',
      { ...SLOPE, width: 575 },
      { ...SLOPE, height: 0 },
      { ...SLOPE, height: 299 },
      { ...SLOPE, bits: [...SLOPE.bits] },
      { width: 576, height: 100_000, bits: new Uint8Array(7_200_000) },
    ]
    for (const value of wrong) assert.ok(!isRaster(value))
  })
})

describe('a printer on the network', function () {
  this.timeout(20_000)
  let fake: FakePrinter
  beforeEach(async () => {
    fake = await FakePrinter.open()
  })
  afterEach(() => fake.close())
  const printer = () => networkPrinter({ host: '127.0.0.1', port: fake.port })

  it('A15 prints what was drawn, dot for dot, and cuts it', async () => {
    assert.equal(await printer().print(SLOPE), 'ready')

    const [ticket] = fake.tickets
    assert.ok(ticket?.isCut)
    const { width, height, data } = ticket.png
    assert.deepEqual([width, height], [576, 300])
    assert.deepEqual(toRaster({ width, height, data }), SLOPE)
  })

  const FAULTS: [faults: Faults, state: PrinterState, isPrinted: boolean][] = [
    [{}, 'ready', true],
    [{ paper: 'low' }, 'paper-low', true],
    [{ paper: 'out' }, 'paper-out', false],
    [{ isOpen: true }, 'cover-open', false],
    [{ isOpen: true, paper: 'out' }, 'cover-open', false],
    [{ cutter: true }, 'jam', false],
    [{ isMute: true }, 'offline', false],
  ]
  for (const [faults, state, isPrinted] of FAULTS)
    it(`A15 is ${state} with ${JSON.stringify(faults)}, before and at a ticket`, async () => {
      fake.faults = faults

      assert.equal(await printer().look(), state)
      assert.equal(await printer().print(SLOPE), state)

      assert.equal(fake.tickets.length, isPrinted ? 1 : 0)
      if (!isPrinted) assert.equal(fake.received.indexOf(Buffer.from([0x1d, 0x76])), -1)
    })

  it('A15 says that the paper ran out in the middle of a ticket', async () => {
    fake.faults = { rowsLeft: 150 }

    assert.equal(await printer().print(SLOPE), 'paper-out')

    assert.equal(fake.tickets.length, 0)
  })

  it('is offline when nobody listens there', async () => {
    const { port } = fake
    await fake.close()
    const gone = networkPrinter({ host: '127.0.0.1', port })

    assert.equal(await gone.look(), 'offline')
    assert.equal(await gone.print(SLOPE), 'offline')
    fake = await FakePrinter.open()
  })

  it('prints one ticket after another when several are wanted at once', async () => {
    const watched = watchPrinter(
      printer(),
      () => undefined,
      () => undefined,
    )

    await Promise.all([watched.print(SLOPE), watched.print(SLOPE), watched.print(SLOPE)])

    assert.equal(fake.tickets.length, 3)
  })
})

describe('a printer that is watched', () => {
  function watched(states: PrinterState[]) {
    const told: PrinterState[] = []
    let later: (() => void) | null = null
    const next = (): Promise<PrinterState> => Promise.resolve(states.shift() ?? 'ready')
    const watch = watchPrinter(
      { look: next, print: next },
      (ms, run) => {
        assert.equal(ms, LOOK_EVERY)
        later = run
      },
      (state) => told.push(state),
    )
    const settle = () => new Promise((resolve) => setImmediate(resolve))
    return {
      watch,
      told,
      settle,
      async lookAgain() {
        await settle()
        later?.()
        await settle()
      },
    }
  }

  it('tells of each change once', async () => {
    const { told, lookAgain } = watched(['ready', 'ready', 'paper-out', 'paper-out', 'ready'])

    for (let n = 0; n < 5; n += 1) await lookAgain()

    assert.deepEqual(told, ['ready', 'paper-out', 'ready'])
  })

  it('tells what came of a ticket, and knows it from then on', async () => {
    const { told, watch, settle } = watched(['ready', 'jam'])
    await settle()

    assert.equal(await watch.print(SLOPE), 'jam')

    assert.deepEqual(told, ['ready', 'jam'])
    assert.equal(watch.state(), 'jam')
  })

  it('is never looked at where there is none', async () => {
    const watch = watchPrinter(
      NO_PRINTER,
      () => assert.fail(),
      () => assert.fail(),
    )
    assert.equal(watch.state(), 'none')
    await new Promise((resolve) => setImmediate(resolve))
  })
})

describe('a printer at a device file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-printer-'))
  const file = join(folder, 'lp0')
  beforeEach(() => writeFileSync(file, ''))
  afterEach(() => rmSync(file, { force: true }))

  it('A15 is sent the same bytes', async () => {
    assert.equal(await filePrinter(file).print(SLOPE), 'ready')
    assert.deepEqual(readFileSync(file), ticketBytes(SLOPE))
  })

  it('is offline where there is no such file', async () => {
    const gone = filePrinter(join(folder, 'none', 'lp0'))
    assert.equal(await gone.look(), 'offline')
    assert.equal(await gone.print(SLOPE), 'offline')
  })

  it('is out of paper when the system says that there is no space', async () => {
    assert.equal(await filePrinter('/dev/full').print(SLOPE), 'paper-out')
  })
})

describe('the system’s printer', () => {
  function page(names: string[], isDone: boolean) {
    const asked: unknown[] = []
    return {
      asked,
      page: {
        print(options: object, done: (isDone: boolean, why: string) => void) {
          asked.push(options)
          done(isDone, '')
        },
        getPrintersAsync: () => Promise.resolve(names.map((name) => ({ name }))),
      },
    }
  }

  it('A15 prints without a dialog on the printer that was named', async () => {
    const { page: electron, asked } = page(['Star'], true)

    assert.equal(await systemPrinter(electron, 'Star').print(SLOPE), 'ready')

    assert.deepEqual(asked, [{ silent: true, printBackground: true, deviceName: 'Star' }])
  })

  it('is offline when it is not there, or did not print', async () => {
    assert.equal(await systemPrinter(page(['Star'], true).page, 'Epson').look(), 'offline')
    assert.equal(await systemPrinter(page([], true).page, null).look(), 'offline')
    assert.equal(await systemPrinter(page(['Star'], false).page, null).print(SLOPE), 'offline')
    assert.equal(await systemPrinter(page(['Star'], true).page, null).look(), 'ready')
  })
})
