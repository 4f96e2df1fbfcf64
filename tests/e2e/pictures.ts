// npm run pictures [-- --log=FILE --years=N --board --figures]: takes the pictures of the README from a real
// office on a driven clock, in both languages and in the states that matter. They lie beside this file,
// in pictures/. `--log`: the real fortnight's call log, for its pictures; `--years`: of the
// figures' past; `--board`: those of boards and signs, of which it prints how legible each is; `--figures`: those of
// figures; neither: all there are.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { takeBoardPictures } from './board-pictures.ts'
import { takeDeskPictures } from './desk-pictures.ts'
import { takeFiguresPictures } from './figures-pictures.ts'
import { takeKioskPictures } from './kiosk-pictures.ts'
import { takePhonePictures } from './phone-pictures.ts'
import { press } from './presses.ts'
import { takePaperPictures } from './paper-pictures.ts'
import { Screens } from './screens.ts'

const { values } = parseArgs({
  options: {
    log: { type: 'string' },
    years: { type: 'string', default: '2' },
    board: { type: 'boolean' },
    figures: { type: 'boolean' },
  },
})
const FOLDER = join(import.meta.dirname, 'pictures')
/** Long enough for fonts, and for the view to have come. */
const SETTLE = 700

mkdirSync(FOLDER, { recursive: true })
const office = await openOffice(sqliteOnly())
const browser = await openBrowser()
const screens = new Screens(office, browser)

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  process.stdout.write(`${name}.png\n`)
}

/** Eleven people, a few minutes apart. */
async function fillWaitingRoom(to: TestOffice): Promise<void> {
  const manager = await to.signIn('manager.victoria')
  const services = ['health-card', 'notary', 'driver-licence', 'property-tax', 'identity-card']
  for (let n = 0; n < 11; n += 1) {
    to.clock.advance((2 + (n % 3)) * 60_000)
    const service = services[n % services.length] ?? 'general'
    await manager.addVisit('victoria', {
      requests: [{ service }],
      language: n % 3 === 0 ? 'fr' : 'en',
      ...(n === 7 ? { priority: 'priority' } : {}),
    })
  }
}

async function takePeoplesScreens(): Promise<void> {
  await fillWaitingRoom(office)
  for (const [index, name] of ['agent2.victoria', 'agent3.victoria'].entries()) {
    const agent = await office.signIn(name)
    const visit = await agent.callNext('victoria', String(index + 2))
    if (visit && index === 0) await agent.begin(visit.id, {})
    office.clock.advance(90_000)
  }
  await takeKioskPictures(screens, take)

  await takePaperPictures(office, browser, FOLDER, take)
  await takePhonePictures(office, browser, take)

  const desk = await screens.deskAt('agent.victoria', '4')
  await take(desk, 'desk-waiting-en')
  await press(desk, ' ')
  await take(desk, 'desk-called-en')
  await press(desk, ' ')
  await take(desk, 'desk-serving-en')
  await desk.keyboard.press('y')
  await take(desk, 'desk-serving-fr')
  await press(desk, ' ')
  await desk
    .getByRole('button', { name: /^Appeler/ })
    .first()
    .waitFor()
  await press(desk, ' ')
  await take(desk, 'desk-called-fr')

  await (await screens.desk()).screenshot({ path: join(FOLDER, 'desk-sign-in-en.png') })
  await takeDeskPictures(browser, take)
}

/** Boards and signs; prints what was measured on each, as the table of display/README.md. */
async function takeBoards(): Promise<void> {
  const media = mkdtempSync(join(tmpdir(), 'guichet-media-'))
  const measured = await takeBoardPictures(browser, take, media)
  rmSync(media, { recursive: true })
  const rows = measured.map(({ name, digits, millimetres, contrast }) => {
    const height = digits > 0 ? `${(100 * digits).toFixed(1)} %, ${millimetres.toFixed(0)} mm` : '–'
    return `| ${name} | ${height} | ${contrast.toFixed(1)}:1 |`
  })
  const heads = [
    '| picture | digits of the call: of the height, on 43 inches | least contrast |',
    '|---|---|---|',
  ]
  process.stdout.write(`${[...heads, ...rows].join('\n')}\n`)
}

const isAll = !values.board && !values.figures
if (isAll) await takePeoplesScreens()
if (isAll || values.board) await takeBoards()
if (isAll || values.figures) {
  await takeFiguresPictures(browser, {
    ...{ folder: FOLDER, take, years: Number(values.years) },
    log: values.log ?? null,
  })
}

await browser.browser.close()
await office.close()
process.exit(0)
