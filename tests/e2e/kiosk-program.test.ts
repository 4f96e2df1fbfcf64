// The kiosk as a device of its own: it comes in by a code, stands inside its program with and without
// the server, begins afresh when it is asked to, and tells the desk what it needs.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { PrinterState } from '#protocol'
import { buildKioskPages } from '../../scripts/kiosk-program.ts'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { bridge, inProgram, type BridgedPage } from './kiosk-bridge.ts'
import { Screens } from './screens.ts'

describe('the kiosk in its program', function () {
  this.timeout(60_000)
  const pages = mkdtempSync(join(tmpdir(), 'guichet-kiosk-pages-'))
  let office: TestOffice
  let browser: TestBrowser
  let printer: PrinterState
  before(() => buildKioskPages(pages))
  after(() => {
    rmSync(pages, { recursive: true, force: true })
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    browser = await openBrowser()
    printer = 'ready'
  })
  afterEach(async () => {
    await browser.closePages()
    await browser.close()
    await office.close()
  })

  /** The program as it starts: its own page, at the server's address, which names no office. */
  async function program(expectedErrors: RegExp[] = []): Promise<[Page, BridgedPage]> {
    const page = await browser.openPage({
      ...{ viewport: { width: 1080, height: 1920 }, hasTouch: true, expectedErrors },
    })
    const bridged = await bridge(page, {
      printer: { look: () => Promise.resolve(printer), print: () => Promise.resolve(printer) },
      ...{ paper: 80, staffCode: '240719' },
    })
    await inProgram(page, pages, office.origin)
    await page.goto(`${office.origin}/kiosk/`)
    return [page, bridged]
  }
  async function enrolled(expectedErrors: RegExp[] = []): Promise<[Page, BridgedPage]> {
    const [page, bridged] = await program(expectedErrors)
    const code = await page.getByText(/^\w{4} \w{4}$/).innerText()
    const approved = await office.request('POST', '/api/v1/offices/victoria/device-approvals', {
      token: await office.tokenOf('manager.victoria'),
      body: { code, kind: 'kiosk', name: 'Kiosk 1' },
    })
    assert.equal(approved.status, 201)
    await welcome(page)
    return [page, bridged]
  }
  const welcome = (page: Page) =>
    page
      .getByRole('button', { name: /^English/ })
      .first()
      .waitFor()

  it('A21 comes in by the code it shows, and is known again when it begins afresh', async () => {
    const [page] = await program()
    await page.getByText(/^\w{4} \w{4}$/).waitFor()
    await expectNoViolations(page, { enhancedContrast: true })
    await page.context().close()

    const [kiosk] = await enrolled()
    await kiosk.goto(`${office.origin}/kiosk/`)
    await welcome(kiosk)
  })

  it('A20 stands there without its server, from inside the program', async () => {
    const gone = [/ERR_CONNECTION|WebSocket|Failed to load resource/]
    const [page] = await enrolled(gone)
    await office.stop()

    await page.goto(`${office.origin}/kiosk/`)

    await welcome(page)
    await office.start()
  })

  it('A21 begins afresh when it is asked to, once nobody stands before it', async () => {
    const [page, { restarts }] = await enrolled()
    const devices = await office.app.devices.list('victoria')
    const { id } = devices.find(({ name }) => name === 'Kiosk 1')!
    await page
      .getByRole('button', { name: /^English/ })
      .first()
      .tap()

    const asked = await office.request('POST', `/api/v1/offices/victoria/devices/${id}/restart`, {
      ...{ token: await office.tokenOf('manager.victoria'), body: {} },
    })

    assert.equal(asked.status, 204)
    await page.waitForTimeout(300)
    assert.equal(restarts(), 0, 'somebody stands there')
    await page
      .getByRole('button', { name: /Back|Start over/ })
      .first()
      .tap()
    await eventually(() => restarts() === 1, 'it begins afresh')
  })

  it('A21 tells the desk that it is out of paper, until it has some again', async () => {
    const desk = await new Screens(office, browser).deskAt('agent.victoria', '4')
    const [, { tellPrinter }] = await enrolled()

    await tellPrinter('paper-out')
    await desk.getByText('Kiosk 1: out of paper.').waitFor()
    await expectNoViolations(desk)
    await desk.keyboard.press('y')
    await desk.getByText('Kiosk 1\u00a0: plus de papier.').waitFor()
    await desk.reload()
    await desk.getByText('Kiosk 1\u00a0: plus de papier.').waitFor()

    await tellPrinter('ready')
    await desk.getByText('Kiosk 1\u00a0: plus de papier.').waitFor({ state: 'detached' })
  })

  it('lets staff out by a corner held and their code, and nobody else', async () => {
    const [page, { isLeft }] = await enrolled()
    const pad = page.getByRole('dialog', { name: 'For staff' })
    await page.clock.install()
    await page.mouse.move(10, 10)
    await page.mouse.down()
    await page.clock.runFor(4_900)
    await page.mouse.up()
    await page.clock.runFor(5_000)
    assert.equal(await pad.isVisible(), false, 'a touch is not enough')
    await page.mouse.down()
    await page.clock.runFor(5_100)
    await pad.waitFor()
    await page.mouse.up()
    const type = async (code: string): Promise<void> => {
      for (const digit of code) await pad.getByRole('button', { name: digit, exact: true }).click()
      await pad.getByRole('button', { name: 'Close the kiosk' }).click()
    }

    await type('111111')
    await pad.getByText('That is not the code.').waitFor()
    await expectNoViolations(page, { enhancedContrast: true })
    assert.equal(isLeft(), false)
    await type('240719')
    await eventually(isLeft, 'the program is closed')
  })
})
