// The screens of an office as people open them: each in a browser profile of its own, at the size of
// its device.
import type { Page } from 'playwright-core'
import { SESSION_COOKIE } from '../../server/features/identity.ts'
import type { PageOptions, TestBrowser } from '../support/browser.ts'
import type { TestOffice } from '../support/office.ts'

const KIOSK = { width: 1080, height: 1920 }
const BOARD = { width: 1920, height: 1080 }
const SIGN = { width: 1280, height: 800 }
const DESK = { width: 1440, height: 900 }

/** In this process, or a process of its own. */
type Opened = Pick<TestOffice, 'origin' | 'deviceToken' | 'tokenOf' | 'signIn'>

export class Screens {
  readonly office: Opened
  private readonly browser: TestBrowser

  constructor(office: Opened, browser: TestBrowser) {
    this.office = office
    this.browser = browser
  }

  async kiosk(options: PageOptions = {}, office = 'victoria'): Promise<Page> {
    const page = await this.browser.openPage({ viewport: KIOSK, hasTouch: true, ...options })
    const token = await this.office.deviceToken('kiosk', office)
    await page.goto(`${this.office.origin}/kiosk/${office}#device=${token}`)
    return page
  }

  /**
   * A board; it counts its chimes in `window.chimes` and keeps what it says in `window.told`. `board`:
   * which of the office's; by default whichever is this display's.
   */
  async board(options: PageOptions = {}, office = 'victoria', board = ''): Promise<Page> {
    const page = await this.browser.openPage({ viewport: BOARD, ...options })
    await page.addInitScript(listen)
    const token = await this.office.deviceToken('display', office)
    await page.goto(`${this.office.origin}/board/${office}/${board}#device=${token}`)
    return page
  }

  /** The sign over a counter. */
  async sign(counter: string, options: PageOptions = {}, office = 'victoria'): Promise<Page> {
    const page = await this.browser.openPage({ viewport: SIGN, ...options })
    const token = await this.office.deviceToken('display', office)
    await page.goto(`${this.office.origin}/sign/${office}/${counter}#device=${token}`)
    return page
  }

  /** A desk at the sign-in screen, in English until somebody chooses otherwise. */
  async desk(options: PageOptions = {}): Promise<Page> {
    // It asks who is signed in, and a browser writes on its console that nobody is.
    const expectedErrors = [/401 .*\/api\/v1\/me/, ...(options.expectedErrors ?? [])]
    const page = await this.browser.openPage({ viewport: DESK, ...options, expectedErrors })
    await page.goto(`${this.office.origin}/desk/`)
    return page
  }

  /** A desk where `username` has a session already, as after a reload: nobody types a password. */
  async deskOf(username: string, options: PageOptions = {}): Promise<Page> {
    const page = await this.browser.openPage({ viewport: DESK, ...options })
    await this.giveSession(page, username)
    await page.goto(`${this.office.origin}/desk/`)
    return page
  }

  /** From the next load on `username` is signed in on `page`. */
  async giveSession(page: Page, username: string): Promise<void> {
    const value = await this.office.tokenOf(username)
    await page.context().addCookies([{ name: SESSION_COOKIE, value, url: this.office.origin }])
  }

  /** A desk where `username` has taken `counter`. */
  async deskAt(username: string, counter: string, options: PageOptions = {}): Promise<Page> {
    return this.takeCounter(await this.deskOf(username, options), counter)
  }

  /** Whoever is signed in on `page` takes `counter`. */
  async takeCounter(page: Page, counter: string): Promise<Page> {
    await page.getByRole('button', { name: new RegExp(`(Counter|Guichet) ${counter}`) }).click()
    // Keys count once the desk is there.
    await page
      .getByRole('button', { name: /^(Call next|Appeler)/ })
      .first()
      .waitFor()
    return page
  }
}

declare global {
  interface Window {
    chimes: number
    told: Told[]
  }
}

/** One call as a board said it. */
export interface Told {
  ticket: string
  counter: string
  texts: string[]
  by: string[]
  missing: string[]
  /** What the board showed as the call of now while it was said. */
  shown: string
  /** By the page's clock, ms. */
  at: number
}

/** A chime is a sound that is played: what follows it is a part of it. */
function listen(): void {
  window.chimes = 0
  window.told = []
  const start = Object.getOwnPropertyDescriptor(AudioBufferSourceNode.prototype, 'start')
    ?.value as () => void
  AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode) {
    window.chimes += 1
    start.apply(this)
  }
  addEventListener('guichet:said', (event) => {
    const { detail } = event as CustomEvent<{
      ticket: string
      counter: string
      said: { text: string; by: string; missing: string[] }[]
    }>
    window.told.push({
      ticket: detail.ticket,
      counter: detail.counter,
      texts: detail.said.map(({ text }) => text),
      by: detail.said.map(({ by }) => by),
      missing: detail.said.flatMap(({ missing }) => missing),
      shown: document.querySelector<HTMLElement>('.announced')?.innerText ?? '',
      at: performance.now(),
    })
  })
}
