// What managers take away from a report, and what they put down about a doubted visit, in a real
// browser: the files are read as a spreadsheet would read them.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { after, afterEach, before, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'
import { unzipped } from '../support/unzipped.ts'
import { openFigures } from './figures-pages.ts'

describe('what is taken away and put down, end to end', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
    office = await openOffice(sqliteOnly())
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '3' })
    // The first is doubted, since its service is so short, and waited longest.
    for (const [length, wait] of [
      [10_000, 25],
      [5 * MINUTE, 10],
    ] as const) {
      const { id } = await office.checkIn()
      office.clock.advance(wait * MINUTE)
      await agent.begin(id, {})
      office.clock.advance(length)
      await agent.finish(id, {})
    }
    await office.app.rollups.written()
  })
  afterEach(() => browser.closePages())
  after(async () => {
    await browser.close()
    await office.close()
  })

  async function taken(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: button, exact: true }).press('Enter')
    const download = await coming
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
  }

  for (const [locale, delimiter, file, service, visits] of [
    ['en-CA', ',', 'figures', 'Driver’s licence: renew or replace', 'Visits'],
    ['fr-CA', ';', 'chiffres', 'Permis de conduire\u00a0: renouveler ou remplacer', 'Visites'],
  ] as const) {
    it(`F20 takes a report away as CSV and for Excel (${locale})`, async () => {
      const query = 'from=2026-06-02&to=2026-06-03&by=service'
      const page = await openFigures(
        ...([browser, office, 'manager.victoria', `reports?${query}`] as const),
        { locale },
      )
      const csv = await taken(page, 'CSV')
      assert.equal(csv.name, `${file}-2026-06-02-2026-06-02-victoria.csv`)
      const rows: Record<string, string>[] = parse(csv.content, {
        columns: true,
        delimiter,
        bom: true,
      })
      assert.deepEqual(
        rows.map((row) => [row.Service, row[visits]]),
        [
          [service, '2'],
          ['Total', '2'],
        ],
      )

      const excel = await taken(page, 'Excel')
      assert.equal(excel.name, `${file}-2026-06-02-2026-06-02-victoria.xlsx`)
      const texts = [...unzipped(excel.content).values()].join('')
      assert.ok(texts.includes(service), 'the workbook does not name the service')
      assert.match(texts, /<v>2<\/v>/)
    })
  }

  it('F26 says that a doubtful visit is the longest, and what the longest is without it', async () => {
    const page = await openFigures(browser, office, 'manager.victoria', 'reports')
    await page
      .getByText(
        /^The longest wait, 25\smin, is of a doubtful visit: without the 1 doubtful visit it is 10\smin/,
      )
      .waitFor()
    const row = page.getByRole('row', { name: /^Driver’s licence/ })
    await row.getByText('because of a doubtful visit').waitFor()
    await page.getByText(/without doubtful visits the longest wait of all is 10\smin/).waitFor()
    await expectNoViolations(page)

    await page.getByRole('checkbox', { name: 'Without doubtful visits' }).check()
    await page.getByText(/^The longest wait, 25/).waitFor({ state: 'hidden' })
    assert.equal(await page.getByText('because of a doubtful visit').count(), 0)
  })

  it('F20 prints each chart inside its own place, though a printer waits for no new drawing', async () => {
    const page = await openFigures(browser, office, 'manager.victoria', 'definitions')
    // As on paper: nobody is told that places have become smaller.
    await page.evaluate(() => {
      window.ResizeObserver = class {
        observe(): void {}
        unobserve(): void {}
        disconnect(): void {}
      }
    })
    await page.getByRole('link', { name: 'Reports' }).click()
    await page.locator('.chart__canvas svg').nth(1).waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 760, height: 1000 })

    const places = await page.locator('.chart__canvas').evaluateAll((all) =>
      all.map((place) => {
        const { right, bottom } = place.getBoundingClientRect()
        // Whatever is drawn, and not only the picture's own edge.
        const drawn = [...place.querySelectorAll('svg text')].map((each) =>
          each.getBoundingClientRect(),
        )
        return drawn.every((each) => each.right <= right + 1 && each.bottom <= bottom + 1)
      }),
    )
    assert.deepEqual(places, [true, true])
    const total = page.locator('.table tfoot')
    const shownAs = await total.evaluate((foot) => getComputedStyle(foot).display)
    assert.equal(shownAs, 'table-row-group', 'the total would end each page')
  })

  it('F26 puts down what was found of a doubted visit, once, and never without a reason', async () => {
    const page = await openFigures(browser, office, 'manager.victoria', 'quality/victoria')
    await page.getByRole('button', { name: /A001/ }).press('Enter')
    const dialog = page.getByRole('dialog', { name: /^Look into/ })
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await dialog.getByText('Choose what you found.').waitFor()
    await dialog.getByLabel('It is right').check()
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await dialog.getByText('Say why in a few words.').waitFor()
    await expectNoViolations(page)

    await dialog.getByLabel(/^Why/).fill('A form that was filled in already')
    await dialog.getByLabel(/^Why/).press('Enter')
    await page.getByText(/A001 is looked into\.$/).waitFor()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('combobox', { name: 'Which' }).selectOption({ index: 1 })
    await page.getByText(/It is right: A form that was filled in already \(/).waitFor()
    await expectNoViolations(page)
  })

  it('F20 fits the week by half hour on paper, however long the day is', async () => {
    // Just before midnight and just after: all 48 half hours are columns.
    office.clock.advance(14 * 60 * MINUTE)
    for (const minutes of [0, 60]) {
      office.clock.advance(minutes * MINUTE)
      // Nobody's session lasts into the night.
      const manager = await office.signIn('manager.victoria')
      await manager.addVisit('victoria', { requests: [{ service: 'notary' }], language: 'en' })
    }
    await office.app.rollups.written()
    const page = await openFigures(browser, office, 'manager.victoria', 'reports')
    await page.getByRole('button', { name: 'Visits', pressed: false }).first().waitFor()
    await page.locator('.heat td').nth(47).waitFor()
    await page.emulateMedia({ media: 'print' })
    // Letter and A4, less their margins, in px of CSS.
    for (const width of [725, 703]) {
      await page.setViewportSize({ width, height: 960 })
      const right = await page
        .locator('.heat td')
        .evaluateAll((cells) =>
          Math.max(...cells.map((cell) => cell.getBoundingClientRect().right)),
        )
      assert.ok(right <= width, `the week ends at ${right} of ${width}`)
    }
    const head = page.locator('.table thead').first()
    assert.equal(
      await head.evaluate((each) => getComputedStyle(each).display),
      'table-header-group',
      'the head would not come again on the next page',
    )
  })
})
