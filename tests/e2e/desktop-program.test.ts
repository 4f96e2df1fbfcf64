// The program around the desk's page, played here by a bridge of the same form; and being told of
// arrivals.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { DeskBridge, DeskNews, Shape } from '../../agent-ui/bridge.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press, primaryButton } from './presses.ts'
import { Screens } from './screens.ts'

describe('the desk in its desktop program', function () {
  this.timeout(120_000)
  let browser: TestBrowser
  let office: TestOffice
  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
  })
  afterEach(async () => {
    await browser.closePages()
    await office.close()
  })
  after(() => browser.close())

  /** A desk with a bridge that keeps what the page tells, and can press the program's key. */
  async function deskInProgram(): Promise<Page> {
    const screens = new Screens(office, browser)
    const desk = await screens.deskOf('agent.victoria')
    await desk.addInitScript(playProgram)
    await desk.reload()
    return screens.takeCounter(desk, '1')
  }

  it('C1 calls next when its key is pressed in another program, and never ends a service by it', async () => {
    await office.checkIn('notary')
    const desk = await deskInProgram()
    await desk.getByText('Control+Alt+PageDown').waitFor()

    await desk.evaluate(() => window.program.pressKey())
    await primaryButton(desk, /^Begin/).waitFor()
    await press(desk, ' ')
    await primaryButton(desk, /^Finish/).waitFor()
    await desk.evaluate(() => window.program.pressKey())

    await desk
      .getByRole('alert')
      .getByText(/Somebody is at your counter/)
      .waitFor()
    await primaryButton(desk, /^Finish/).waitFor()
  })

  it('becomes the bar in its own window, at the wish of the desk or of the tray', async () => {
    const desk = await deskInProgram()

    await desk.keyboard.press('k')
    await desk.getByRole('heading', { name: 'Call bar' }).waitFor()
    await desk.keyboard.press('k')
    await desk.getByRole('heading', { name: /Counter 1/ }).waitFor()
    await desk.evaluate(() => window.program.want('bar'))
    await desk.getByRole('heading', { name: 'Call bar' }).waitFor()

    const shapes = await desk.evaluate(() => window.program.shapes)
    assert.deepEqual(shapes, ['bar', 'desk', 'bar'])
    assert.equal(desk.context().pages().length, 1, 'no window beside it')
  })

  it('tells the tray how the desk is, and no name', async () => {
    const desk = await deskInProgram()
    await office.checkIn('notary', 'Ada Lovelace')
    await desk
      .getByText('1 waiting')
      .or(desk.getByRole('option', { name: /N001/ }))
      .first()
      .waitFor()

    await press(desk, ' ')
    await primaryButton(desk, /^Begin/).waitFor()
    await desk.keyboard.press('y')
    await primaryButton(desk, /^Commencer/).waitFor()

    const news = await desk.evaluate(() => window.program.news)
    assert.deepEqual(news.at(-1), {
      state: 'busy',
      text: 'Personne n’attend · N001 Appelée',
      language: 'fr',
    })
    assert.ok(news.some(({ text }) => text === '1 waiting · Available'))
    assert.doesNotMatch(JSON.stringify(news), /Ada|Lovelace/)
  })

  it('notifies of an arrival once it was asked to, by ticket and service, and comes to the front', async () => {
    const desk = await deskInProgram()
    await office.checkIn('notary', 'Ada Lovelace')
    await desk.getByRole('option', { name: /N001/ }).waitFor()
    await press(desk, ' ')
    await primaryButton(desk, /^Begin/).waitFor()
    await desk.keyboard.press('x')
    await primaryButton(desk, /^Call next/).waitFor()
    assert.deepEqual(await desk.evaluate(() => window.program.notifications), [])

    await desk.getByRole('button', { name: 'Notify me of arrivals' }).click()
    await desk.getByRole('button', { name: 'Notify me of arrivals', pressed: true }).waitFor()
    await office.checkIn('notary', 'Grace Hopper')
    await desk.getByRole('option', { name: /N002/ }).waitFor()

    const shown = await desk.evaluate(() => window.program.notifications)
    assert.equal(shown.length, 1)
    assert.match(shown[0] ?? '', /^N002 is waiting: \w/)
    assert.doesNotMatch(shown[0] ?? '', /Grace|Hopper/)
    await desk.evaluate(() => window.program.pressNotification())
    assert.equal(await desk.evaluate(() => window.program.raised), 1)
  })

  it('does not notify while the desk has the focus, nor where the browser refuses', async () => {
    const desk = await deskInProgram()
    await desk.evaluate(() => (window.program.permission = 'denied'))
    await desk.getByRole('button', { name: 'Notify me of arrivals' }).click()
    await desk
      .getByRole('alert')
      .getByText(/does not let the desk notify you/)
      .waitFor()

    await desk.evaluate(() => (window.program.permission = 'granted'))
    await desk.getByRole('button', { name: 'Notify me of arrivals' }).click()
    await desk.getByRole('button', { name: 'Notify me of arrivals', pressed: true }).waitFor()
    await desk.evaluate(() => (window.program.hasFocus = true))
    await office.checkIn('notary')
    await desk.getByRole('option', { name: /N001/ }).waitFor()

    assert.deepEqual(await desk.evaluate(() => window.program.notifications), [])
  })
})

interface PlayedProgram {
  shapes: Shape[]
  news: DeskNews[]
  raised: number
  /** Title and text of each. */
  notifications: string[]
  permission: NotificationPermission
  hasFocus: boolean
  pressKey(): void
  want(shape: Shape): void
  pressNotification(): void
}

declare global {
  interface Window {
    program: PlayedProgram
  }
}

/** Sent to the page as text: it stands for the program, and for the computer's notifications. */
function playProgram(): void {
  const heard = { pressed: [] as (() => void)[], wanted: [] as ((shape: Shape) => void)[] }
  let last: Notification | null = null
  const program: PlayedProgram = {
    shapes: [],
    news: [],
    raised: 0,
    notifications: [],
    permission: 'granted',
    hasFocus: false,
    pressKey() {
      for (const each of heard.pressed) each()
    },
    want(shape) {
      for (const each of heard.wanted) each(shape)
    },
    pressNotification() {
      last?.onclick?.(new Event('click'))
    },
  }
  const bridge: DeskBridge = {
    tell(news) {
      program.news.push(news)
    },
    shape(shape) {
      program.shapes.push(shape)
    },
    raise() {
      program.raised += 1
    },
    callNextKey() {
      return Promise.resolve('Control+Alt+PageDown')
    },
    onCallNext(pressed) {
      heard.pressed.push(pressed)
      return () => undefined
    },
    onShapeWanted(wanted) {
      heard.wanted.push(wanted)
      return () => undefined
    },
  }
  document.hasFocus = function () {
    return program.hasFocus
  }
  Object.assign(window, { program, guichet: bridge })
  window.Notification = class extends EventTarget {
    static get permission() {
      return program.permission
    }
    static requestPermission() {
      return Promise.resolve(program.permission)
    }
    onclick: ((event: Event) => void) | null = null
    constructor(title: string, { body }: NotificationOptions = {}) {
      super()
      program.notifications.push(`${title}: ${body}`)
      last = this as unknown as Notification
    }
    close() {
      last = null
    }
  } as unknown as typeof Notification
}
