// Page and program through the kiosk's bridge, with a stand-in for Electron's wire between them.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { PrinterState } from '#protocol'
import { CHANNELS, type Raster } from '../../../kiosk/bridge.ts'
import { hearPage } from '../../../kiosk/main/channels.ts'
import { createBridge } from '../../../kiosk/preload/expose.ts'
import type { Ears, Said } from '../../../kiosk/shell/hearing.ts'
import type { Wire } from '../../../kiosk/shell/wire.ts'

const SERVER = 'https://guichet.example.ca'
const RASTER: Raster = { width: 384, height: 1, bits: new Uint8Array(48) }

function wired(url = `${SERVER}/kiosk/`) {
  const topFrame = { url }
  let senderFrame: Said['senderFrame'] = topFrame
  const listeners = new Map<string, (event: Said, value: unknown) => void>()
  const answers = new Map<string, (event: Said, value: unknown) => unknown>()
  const pageListeners = new Map<string, Set<(event: unknown, value: unknown) => void>>()
  const done: unknown[] = []
  const ears: Ears = {
    on: (channel, listener) => listeners.set(channel, listener),
    handle: (channel, answer) => answers.set(channel, answer),
  }
  hearPage(ears, () => topFrame, SERVER, {
    about: () => ({ version: '1.2.3', uptime: 7, paper: 80 }),
    print: (raster) => {
      done.push(raster)
      return Promise.resolve<PrinterState>('paper-low')
    },
    watchPrinter: () => done.push('watch'),
    restart: () => done.push('restart'),
    leave: (code) => code === '123456',
  })
  const wire: Wire = {
    send: (channel, value) => listeners.get(channel)?.({ senderFrame }, value),
    invoke: (channel, value) => Promise.resolve(answers.get(channel)?.({ senderFrame }, value)),
    on: (channel, listener) =>
      pageListeners.set(channel, (pageListeners.get(channel) ?? new Set()).add(listener)),
    off: (channel, listener) => pageListeners.get(channel)?.delete(listener),
  }
  return {
    bridge: createBridge(wire),
    wire,
    done,
    /** From now on another frame speaks. */
    speakAs: (frame: Said['senderFrame']) => (senderFrame = frame),
    fromProgram: (value: unknown) =>
      pageListeners.get(CHANNELS.printer)?.forEach((listener) => listener({ wire }, value)),
  }
}

describe('the bridge between the kiosk page and its program', () => {
  it('A15 carries a ticket to the printer and back how it went', async () => {
    const { bridge, done } = wired()

    assert.equal(await bridge.print({ ...RASTER, more: 1 } as Raster), 'paper-low')
    assert.deepEqual(done, [RASTER], 'and no more than was agreed')
  })

  it('prints nothing that is no ticket', async () => {
    const { wire, done } = wired()

    for (const value of [
      null,
      'x',
      { ...RASTER, width: 8 },
      { ...RASTER, bits: new Uint8Array(9) },
    ])
      assert.equal(await wire.invoke(CHANNELS.print, value), 'offline')
    assert.deepEqual(done, [])
  })

  it('tells the page how the printer is, until it stops listening', () => {
    const { bridge, done, fromProgram } = wired()
    const heard: unknown[][] = []
    const stop = bridge.onPrinter((...given: unknown[]) => heard.push(given))

    fromProgram('paper-out')
    stop()
    fromProgram('ready')

    assert.deepEqual(heard, [['paper-out']], 'and nothing of the wire with it')
    assert.deepEqual(done, ['watch'])
  })

  it('A21 says what it is, begins afresh, and lets out whoever knows the code', async () => {
    const { bridge, wire, done } = wired()

    assert.deepEqual(await bridge.about(), { version: '1.2.3', uptime: 7, paper: 80 })
    bridge.restart()
    assert.deepEqual(done, ['restart'])
    assert.equal(await bridge.leave('123456'), true)
    assert.equal(await bridge.leave('654321'), false)
    assert.equal(await wire.invoke(CHANNELS.leave, 123456), false)
  })

  it('hears only the top frame of the server’s own page', async () => {
    const { bridge, done, speakAs } = wired()

    for (const frame of [null, { url: `${SERVER}/kiosk/` }]) {
      speakAs(frame)
      bridge.restart()
      bridge.onPrinter(() => undefined)
      assert.equal(await bridge.print(RASTER), 'offline')
      assert.equal(await bridge.leave('123456'), false)
      assert.equal(await bridge.about(), null)
    }
    const elsewhere = wired('https://elsewhere.example/kiosk/')
    elsewhere.bridge.restart()
    assert.equal(await elsewhere.bridge.leave('123456'), false)

    assert.deepEqual([...done, ...elsewhere.done], [])
  })
})
