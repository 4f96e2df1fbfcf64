// Page and program through the bridge, with a stand-in for Electron's wire between them.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { CHANNELS, type DeskNews } from '../../../agent-ui/bridge.ts'
import { hearPage } from '../../../agent-ui/main/channels.ts'
import { createBridge } from '../../../agent-ui/preload/expose.ts'
import type { Ears } from '../../../kiosk/shell/hearing.ts'
import type { Wire } from '../../../kiosk/shell/wire.ts'

const SERVER = 'https://guichet.example.ca'
const NEWS: DeskNews = { state: 'busy', text: '3 waiting · A012 called', language: 'en' }

/** A page at `url` and its program, with what the program has heard. */
function wired(url = `${SERVER}/desk/`) {
  const topFrame = { url }
  let sender: { url: string } | null = topFrame
  const listeners = new Map<
    string,
    (event: { senderFrame: typeof sender }, value: unknown) => void
  >()
  const answers = new Map<
    string,
    (event: { senderFrame: typeof sender }, value: unknown) => unknown
  >()
  const pageListeners = new Map<string, Set<(event: unknown, value: unknown) => void>>()
  const heard: unknown[] = []
  const ears: Ears = {
    on: (channel, listener) => listeners.set(channel, listener),
    handle: (channel, answer) => answers.set(channel, answer),
  }
  hearPage(ears, () => topFrame, SERVER, {
    tell: (news) => heard.push(news),
    shape: (shape) => heard.push(shape),
    raise: () => heard.push('raise'),
    callNextKey: () => 'Control+Alt+PageDown',
  })
  const send = (channel: string, value?: unknown): void =>
    listeners.get(channel)?.({ senderFrame: sender }, value)
  const wire: Wire = {
    send,
    invoke: (channel) =>
      Promise.resolve(answers.get(channel)?.({ senderFrame: sender }, undefined)),
    on: (channel, listener) =>
      pageListeners.set(channel, (pageListeners.get(channel) ?? new Set()).add(listener)),
    off: (channel, listener) => pageListeners.get(channel)?.delete(listener),
  }
  return {
    bridge: createBridge(wire),
    heard,
    send,
    /** From now on another frame speaks. */
    speakAs: (frame: { url: string } | null) => (sender = frame),
    fromProgram: (channel: string, value?: unknown) =>
      pageListeners.get(channel)?.forEach((listener) => listener({ sender: 'the wire' }, value)),
  }
}

describe('the bridge between the desk page and its program', () => {
  it('carries what the page tells', () => {
    const { bridge, heard } = wired()

    bridge.tell(NEWS)
    bridge.shape('bar')
    bridge.raise()

    assert.deepEqual(heard, [NEWS, 'bar', 'raise'])
  })

  it('carries no more of the news than was agreed', () => {
    const { bridge, heard } = wired()

    bridge.tell({ ...NEWS, name: 'Ada' } as DeskNews)

    assert.deepEqual(heard, [NEWS])
  })

  it('answers which key calls next', async () => {
    assert.equal(await wired().bridge.callNextKey(), 'Control+Alt+PageDown')
  })

  it('tells the page of the key, until the page stops listening', () => {
    const { bridge, fromProgram } = wired()
    const pressed: unknown[][] = []
    const stop = bridge.onCallNext((...given: unknown[]) => pressed.push(given))

    fromProgram(CHANNELS.callNext)
    stop()
    fromProgram(CHANNELS.callNext)

    assert.deepEqual(pressed, [[]], 'once, and nothing of the wire with it')
  })

  it('tells the page which shape is wanted, if there is such a shape', () => {
    const { bridge, fromProgram } = wired()
    const wanted: string[] = []
    bridge.onShapeWanted((shape) => wanted.push(shape))

    fromProgram(CHANNELS.shapeWanted, 'bar')
    fromProgram(CHANNELS.shapeWanted, 'ball')

    assert.deepEqual(wanted, ['bar'])
  })

  const MALFORMED: [what: string, channel: string, value: unknown][] = [
    ['a shape there is not', CHANNELS.shape, 'ball'],
    ['no news', CHANNELS.tell, null],
    ['news in words only', CHANNELS.tell, 'busy'],
    ['a state there is not', CHANNELS.tell, { ...NEWS, state: 'lost' }],
    ['a language there is not', CHANNELS.tell, { ...NEWS, language: 'de' }],
    ['a text without end', CHANNELS.tell, { ...NEWS, text: 'x'.repeat(121) }],
  ]
  for (const [what, channel, value] of MALFORMED)
    it(`does not hear ${what}`, () => {
      const { send, heard } = wired()

      send(channel, value)

      assert.deepEqual(heard, [])
    })

  it('hears only the top frame of the server’s own page', async () => {
    const { bridge, heard, speakAs } = wired()

    for (const frame of [null, { url: `${SERVER}/desk/` }]) {
      speakAs(frame)
      bridge.shape('bar')
      bridge.raise()
      bridge.tell(NEWS)
      assert.equal(await bridge.callNextKey(), null)
    }
    const elsewhere = wired('https://elsewhere.example/desk/')
    elsewhere.bridge.raise()

    assert.deepEqual([...heard, ...elsewhere.heard], [])
  })
})
