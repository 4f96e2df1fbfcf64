// The pictures of the README that show paper: tickets as the printer got them, decoded; the screen when
// it had none; and a kiosk that is new.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { Paper } from '../../kiosk/bridge.ts'
import { networkPrinter } from '../../kiosk/main/printing/network-printer.ts'
import type { TestBrowser } from '../support/browser.ts'
import { FakePrinter } from '../support/fake-printer.ts'
import type { TestOffice } from '../support/office.ts'
import { bridge } from './kiosk-bridge.ts'

const TOUCHES = {
  en: [/^English/, /^Driving/, /^Driver’s licence/, /^Get my number/],
  fr: [/^Français/, /^Conduite/, /^Permis de conduire/, /^Prendre mon numéro/],
} as const

export async function takePaperPictures(
  office: TestOffice,
  browser: TestBrowser,
  folder: string,
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const printer = await FakePrinter.open()
  const ticketIn = async (language: 'en' | 'fr', paper: Paper): Promise<Page> => {
    const page = await browser.openPage({
      ...{ viewport: { width: 1080, height: 1920 }, hasTouch: true },
    })
    const program = { printer: networkPrinter({ host: '127.0.0.1', port: printer.port }), paper }
    await bridge(page, program)
    await page.goto(`${office.origin}/kiosk/victoria#device=${await office.deviceToken('kiosk')}`)
    for (const name of TOUCHES[language]) await page.getByRole('button', { name }).first().tap()
    await page.getByText(/take your ticket|prendre votre billet|no paper|plus de papier/).waitFor()
    return page
  }
  for (const [language, paper] of [
    ['en', 80],
    ['fr', 58],
  ] as const) {
    await ticketIn(language, paper)
    const png = printer.tickets.at(-1)?.png
    if (png) writeFileSync(join(folder, `paper-${paper}-${language}.png`), PNG.sync.write(png))
  }
  printer.faults = { paper: 'out' }
  for (const language of ['en', 'fr'] as const)
    await take(await ticketIn(language, 80), `kiosk-no-paper-${language}`)
  await printer.close()

  const fresh = await browser.openPage({ viewport: { width: 1080, height: 1920 } })
  await fresh.goto(`${office.origin}/kiosk/`)
  await fresh.getByText(/^\w{4} \w{4}$/).waitFor()
  await take(fresh, 'kiosk-enrol')
}
