// The pictures of the phone and of the office's public page: joining from afar, coming in, the line,
// each thing that can be asked, the call; in both languages, on a small phone.
import type { Page } from 'playwright-core'
import type { Api } from '#protocol/api'
import type { TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import type { TestOffice } from '../support/office.ts'

type Take = (page: Page, name: string) => Promise<void>

const PHONE = { width: 360, height: 780 }
const WIDE = { width: 1280, height: 900 }

const WORDS = {
  en: {
    page: '/office/victoria',
    service: /^Driver’s licence/,
    expected: 'You have a place in line',
    moreTime: 'I need more time',
    yes: 'Yes, let them go first',
    leave: 'Leave the queue',
    stay: 'No, stay',
    called: 'It is your turn',
  },
  fr: {
    page: '/bureau/victoria',
    service: /^Permis de conduire/,
    expected: 'Vous avez une place dans la file',
    moreTime: 'Il me faut plus de temps',
    yes: 'Oui, les laisser passer',
    leave: 'Quitter la file',
    stay: 'Non, rester',
    called: 'C’est votre tour',
  },
} as const

/** Of an office in which people wait. */
export async function takePhonePictures(
  office: TestOffice,
  browser: TestBrowser,
  take: Take,
): Promise<void> {
  await configure(office, (was) => ({ ...was, joining: { lateMinutes: 10, mostExpected: 50 } }))
  for (const language of ['en', 'fr'] as const) {
    const words = WORDS[language]
    const locale = `${language}-CA`
    const page = await browser.openPage({ viewport: PHONE, hasTouch: true, locale })
    const at = (step: string): Promise<void> => take(page, `phone-${step}-${language}`)
    const tap = (name: string | RegExp) => page.getByRole('button', { name }).first().tap()

    await page.goto(office.origin + words.page)
    await take(page, `public-${language}`)
    await page.setViewportSize(WIDE)
    await take(page, `public-${language}-wide`)
    await page.setViewportSize(PHONE)

    await page.goto(`${office.origin}/join/victoria`)
    await page.getByRole('button', { name: words.service }).first().waitFor()
    await at('join')
    await tap(words.service)
    await page.getByText(words.expected).waitFor()
    await at('expected')
    await page.goto(office.origin + office.roomPath())
    await page.getByRole('button', { name: words.moreTime }).waitFor()
    await at('waiting')
    for (let n = 0; n < 3; n += 1) await office.checkIn()
    await tap(words.moreTime)
    await at('more-time')
    await tap(words.yes)
    await page.getByRole('button', { name: words.yes }).waitFor({ state: 'detached' })
    await at('later')
    await tap(words.leave)
    await at('leave')
    await tap(words.stay)
    const agent = await office.signIn('agent4.victoria')
    const visit = await visitOf(office, agent, page)
    await agent.call(visit, { counter: '5' })
    await page.getByText(words.called).waitFor()
    await at('called')
    await agent.begin(visit, {})
    await agent.finish(visit, {})
    await page.context().close()
  }
}

/** Id of the visit that this page follows. */
async function visitOf(office: TestOffice, agent: Api, page: Page): Promise<string> {
  const token = new URL(page.url()).pathname.replace('/t/', '')
  const [ticket] = (await office.api('').ticket(token)).rows
  const { rows } = await agent.desk('victoria')
  const visit = rows.find((row) => row.kind === 'visit' && row.ticket === ticket?.ticket)
  if (!visit) throw new Error(`nobody has ${ticket?.ticket ?? 'a number'}`)
  return visit.id
}
