// A whole check-in by the five keys of an audio pad, without looking: what is said at each step, in
// both languages, also while the kiosk is cut off; and a kiosk whose server has no voice.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { findOnPath } from '../../scripts/programs.ts'
import {
  expectNoViolations,
  openBrowser,
  type PageOptions,
  type TestBrowser,
} from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { Screens } from './screens.ts'

declare global {
  interface Window {
    /** Paths of the sounds that were played, in order, and from where. */
    played: string[]
    addresses: string[]
  }
}

/** Sounds end at once, so that a test hears them all. */
function hearSounds(): void {
  window.played = []
  window.addresses = []
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    window.played.push(this.dataset.sound ?? '')
    window.addresses.push(this.src)
    setTimeout(() => this.dispatchEvent(new Event('ended')))
    return Promise.resolve()
  }
}

describe('a check-in by five keys', function () {
  this.timeout(120_000)
  let folder: string
  let browser: TestBrowser
  let office: TestOffice
  let kiosk: Page
  let heard = 0

  before(async () => {
    browser = await openBrowser()
    folder = mkdtempSync(join(tmpdir(), 'speech-'))
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  async function open(voice: string, options: PageOptions = {}): Promise<void> {
    heard = 0
    office = await openOffice(sqliteOnly(), {
      env: { SPEECH_FOLDER: folder, VOICE_PROGRAM: voice },
    })
    const screens = new Screens(office, browser)
    kiosk = await screens.kiosk({ hasTouch: false, ...options })
    await kiosk.addInitScript(hearSounds)
    await kiosk.reload()
    await kiosk.getByRole('button', { name: 'English' }).waitFor()
  }

  /** What was said since the last time, in words. */
  async function said(): Promise<string[]> {
    const paths = await kiosk.evaluate(() => window.played)
    const list = join(folder, 'sentences.tsv')
    const lines = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []
    const words = new Map(lines.map((line) => [line.split('\t')[0], line.split('\t')[2]]))
    const fresh = paths.slice(heard)
    heard = paths.length
    return fresh.map((path) => words.get(/(\w{20})\.\w{16}\.wav$/.exec(path)?.[1] ?? '') ?? path)
  }
  /** Waits until all of this has been said, in this order. */
  async function hears(...sentences: (string | RegExp)[]): Promise<void> {
    const all: string[] = []
    const isAllSaid = async (): Promise<boolean> => {
      all.push(...(await said()))
      let from = 0
      return sentences.every((sentence) => {
        const at = all.findIndex((one, index) => index >= from && one.search(sentence) === 0)
        from = at + 1
        return at >= 0
      })
    }
    await eventually(isAllSaid, `to hear ${sentences.join(' / ')}`, 15_000).catch(() => {
      assert.fail(`heard ${JSON.stringify(all)} instead of ${sentences.join(' / ')}`)
    })
  }
  /** Presses a key until the focus is on what is called this. */
  async function goTo(key: string, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      await kiosk.keyboard.press(key)
      const text = await kiosk.evaluate(() => document.activeElement?.textContent ?? '')
      if (name.test(text.trim())) return
    }
    assert.fail(`${key} never reaches ${name}`)
  }

  const voice = findOnPath('espeak-ng')
  const FLOWS = [
    {
      ...{ language: 'en', chooses: /^English/, begins: 'This screen is spoken' },
      ...{ title: 'What brings you here today?', category: /^Driving/ },
      ...{ service: /^Driver’s licence/, before: 'Before you take your number' },
      ...{ take: /^Get my number/, number: 'Your number is', ahead: 'Nobody is ahead of you' },
    },
    {
      ...{ language: 'fr', chooses: /^Français/, begins: 'This screen is spoken' },
      ...{ title: 'Quel est l’objet de votre visite\\?', category: /^Conduite/ },
      ...{ service: /^Permis de conduire\s:/, before: 'Avant de prendre votre numéro' },
      ...{
        take: /^Prendre mon numéro/,
        number: 'Votre numéro est le',
        ahead: 'Personne avant vous',
      },
    },
  ]
  for (const flow of FLOWS)
    it(`A24 is spoken from the first key to the number, in ${flow.language}`, async function () {
      if (!voice) this.skip()
      await open(voice)
      await kiosk.keyboard.press('ArrowDown')
      await hears(flow.begins)
      await goTo('ArrowDown', flow.chooses)
      await kiosk.keyboard.press('Enter')
      await hears(flow.title)
      await goTo('ArrowDown', flow.category)
      await hears(flow.category)
      await kiosk.keyboard.press('Enter')
      await kiosk.getByRole('button', { name: flow.service }).waitFor()
      await goTo('ArrowUp', flow.service)
      await hears(flow.service)
      await kiosk.keyboard.press('Enter')
      await hears(flow.before)
      await goTo('ArrowDown', flow.take)
      await hears(flow.take)
      await kiosk.keyboard.press('Enter')
      await hears(flow.number, /^[A-Z]$/, '0', '0', '1', flow.ahead)
      await expectNoViolations(kiosk, { enhancedContrast: true })
    })

  it('A24 goes back, opens help and leaves it, and says which choices are on', async function () {
    if (!voice) this.skip()
    await open(voice)
    await kiosk.keyboard.press('F1')
    await hears('This screen is spoken')
    await goTo('ArrowDown', /^English/)
    await kiosk.keyboard.press('Enter')
    await hears('What brings you here today')
    await goTo('ArrowDown', /^Driving/)
    await kiosk.keyboard.press('Enter')
    await hears('Choose a service')
    await kiosk.keyboard.press('Backspace')
    await hears('What brings you here today')
    await kiosk.keyboard.press('F1')
    await hears('Help and display')
    await goTo('ArrowDown', /^Larger text/)
    await hears('Larger text', 'not chosen')
    await kiosk.keyboard.press('Escape')
    await kiosk.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('A24 goes on speaking when the kiosk is cut off', async function () {
    if (!voice) this.skip()
    await open(voice, { expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
    await kiosk.keyboard.press('ArrowDown')
    await hears('This screen is spoken')
    await kiosk.context().setOffline(true)
    await goTo('ArrowDown', /^English/)
    await hears('English')
    const [last] = await kiosk.evaluate(() => window.addresses.slice(-1))
    assert.match(last ?? '', /^blob:/)
  })

  it('A24 says in both languages that it cannot speak, and nothing to who uses a keyboard', async () => {
    await open(join(folder, 'no-such-program'))
    await kiosk.keyboard.press('Tab')
    await kiosk.keyboard.press('Enter')
    assert.equal(await kiosk.getByText('This kiosk cannot speak today').count(), 0)
    await kiosk.keyboard.press('ArrowDown')
    await kiosk.getByText('This kiosk cannot speak today').waitFor()
    await kiosk.getByText('Cette borne ne peut pas parler aujourd’hui').waitFor()
    await expectNoViolations(kiosk, { enhancedContrast: true })
    // Who touches the screen next did not ask.
    await kiosk.mouse.click(5, 5)
    await kiosk.getByText('This kiosk cannot speak today').waitFor({ state: 'detached' })
  })
})
