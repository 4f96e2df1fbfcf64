// The ticket on paper, from the page's canvas over the bridge and a socket to what a printer prints;
// and what people and staff are told when it does not.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { networkPrinter } from '../../kiosk/main/printing/network-printer.ts'
import type { Paper } from '../../kiosk/bridge.ts'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { FakePrinter, readCode, type Faults } from '../support/fake-printer.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { bridge } from './kiosk-bridge.ts'

const KIOSK = { width: 1080, height: 1920 }

describe('the ticket on paper', function () {
  this.timeout(60_000)
  let office: TestOffice
  let browser: TestBrowser
  let fake: FakePrinter
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    browser = await openBrowser()
    fake = await FakePrinter.open()
  })
  afterEach(async () => {
    await browser.closePages()
    await browser.close()
    await office.close()
    await fake.close()
  })

  async function kiosk(paper: Paper = 80): Promise<Page> {
    const page = await browser.openPage({ viewport: KIOSK, hasTouch: true })
    await bridge(page, { printer: networkPrinter({ host: '127.0.0.1', port: fake.port }), paper })
    await page.goto(`${office.origin}/kiosk/victoria#device=${await office.deviceToken('kiosk')}`)
    return page
  }
  async function takeNumber(page: Page, language: 'en' | 'fr'): Promise<void> {
    const [name, most, get] =
      language === 'en'
        ? [/^English/, /^Driver’s licence/, 'Get my number']
        : [/^Français/, /^Permis de conduire/, 'Prendre mon numéro']
    const category = language === 'en' ? 'Driving' : /^Conduite/
    await page.getByRole('button', { name }).first().tap()
    await page.getByRole('button', { name: category }).first().tap()
    await page.getByRole('button', { name: most }).first().tap()
    await page.getByRole('button', { name: get }).tap()
    await page.getByRole('heading', { name: /A00\d/ }).waitFor()
  }

  for (const paper of [80, 58] as const)
    it(`A15 prints what was drawn, with a code that a phone reads, on ${paper} mm`, async () => {
      const page = await kiosk(paper)
      await takeNumber(page, 'en')
      await page.getByText('Please take your ticket.').waitFor()

      const [ticket] = fake.tickets
      assert.ok(ticket?.isCut)
      assert.equal(ticket.png.width, paper === 80 ? 576 : 384)
      assert.ok(ticket.png.height > 500 && ticket.png.height < 1500, String(ticket.png.height))
      const link = readCode(ticket.png)
      assert.ok(link?.startsWith(`${office.origin}/`), String(link))
      assert.equal((await fetch(link ?? '')).status, 200)
    })

  const FAULTS: [faults: Faults, en: RegExp, fr: RegExp][] = [
    [{ paper: 'out' }, /no paper left/, /n’a plus de papier/],
    [{ isOpen: true }, /printer is open/, /imprimante est ouverte/],
    [{ cutter: true }, /printer is stuck/, /imprimante est bloquée/],
    [{ isMute: true }, /does not answer/, /ne répond pas/],
  ]
  for (const [faults, en, fr] of FAULTS)
    it(`A15 tells people kindly and staff at once: ${JSON.stringify(faults)}`, async () => {
      fake.faults = faults
      const page = await kiosk()
      await takeNumber(page, 'en')
      const told = page.getByRole('alert').filter({ hasText: 'could not be printed' })
      await told.waitFor()
      assert.match(await told.innerText(), en)
      assert.match(await told.innerText(), /number is valid.*A001/s)
      await expectNoViolations(page, { enhancedContrast: true })

      await page.getByRole('button', { name: 'Français' }).last().tap()
      const dit = page.getByRole('alert').filter({ hasText: 'n’a pas pu être imprimé' })
      await dit.waitFor()
      assert.match(await dit.innerText(), fr)
      const agent = await office.signIn('agent.victoria')
      await eventually(async () => {
        const { devices } = await agent.devicesHealth('victoria')
        return devices[0] !== undefined && !['ready', 'none'].includes(devices[0].printer)
      }, 'staff hear of it')
      assert.equal(fake.tickets.length, 0)
    })

  it('says nothing of paper where there is no printer', async () => {
    const page = await browser.openPage({ viewport: KIOSK, hasTouch: true })
    await page.goto(`${office.origin}/kiosk/victoria#device=${await office.deviceToken('kiosk')}`)
    await takeNumber(page, 'en')

    await page.getByText('Remember your number').waitFor()
    assert.equal(await page.getByText('printed').count(), 0)
  })

  it('A15 lays the ticket out alone, at its true size, for a browser that prints', async () => {
    const page = await browser.openPage({ viewport: KIOSK, hasTouch: true })
    await page.addInitScript(() => {
      window.print = () => void (document.documentElement.dataset.prints = 'once')
    })
    const token = await office.deviceToken('kiosk')
    await page.goto(`${office.origin}/kiosk/victoria?print=80#device=${token}`)
    await takeNumber(page, 'en')
    await page.locator('html[data-prints=once]').waitFor()

    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.locator('#kiosk').isVisible(), false)
    const box = await page.locator('#paper-ticket img').boundingBox()
    // 72 mm in CSS pixels, of which 96 are 25.4 mm.
    assert.ok(box && Math.abs(box.width - (72 / 25.4) * 96) < 1, JSON.stringify(box))
  })
})
