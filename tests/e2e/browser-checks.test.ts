// The checks that end-to-end tests rest on can fail: a bad page is told from a good one.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'mocha'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'

const PAGE = (style: string, body: string): string =>
  `<!doctype html><html lang="en"><title>A page</title><style>${style}</style><main><h1>A page</h1>${body}</main></html>`

describe('the browser of the tests', function () {
  this.timeout(30_000)
  let tests: TestBrowser

  before(async () => {
    tests = await openBrowser()
  })
  afterEach(() => tests.closePages())
  after(() => tests.close())

  it('finds nothing against a fair page', async () => {
    const page = await tests.openPage()
    await page.setContent(PAGE('', '<p>Counter 4</p><button>Call next</button>'))

    await expectNoViolations(page, { enhancedContrast: true })
  })

  it('finds pale text, a nameless button and targets too small', async () => {
    const page = await tests.openPage()
    await page.setContent(
      PAGE(
        'p { color: #bbb } a { display: inline-block; width: 9px; height: 9px; overflow: hidden }',
        '<p>pale</p><button></button><div><a href="#a">a</a><a href="#b">b</a><a href="#c">c</a></div>',
      ),
    )

    await assert.rejects(expectNoViolations(page), /button-name[^]*color-contrast[^]*target-size/)
  })

  it('finds AAA contrast lacking only when asked', async () => {
    const page = await tests.openPage()
    await page.setContent(PAGE('p { color: #666 }', '<p>grey enough</p>'))

    await expectNoViolations(page)
    await assert.rejects(
      expectNoViolations(page, { enhancedContrast: true }),
      /color-contrast-enhanced/,
    )
  })

  it('fails on an error that a page throws or logs, unless expected', async () => {
    const page = await tests.openPage({ expectedErrors: [/on purpose/] })
    await page.setContent(PAGE('', '<script>console.error("on purpose")</script>'))
    tests.expectNoErrors()

    await page.setContent(PAGE('', '<script>console.error("one"); nobody()</script>'))

    assert.throws(() => {
      tests.expectNoErrors()
    }, /one[^]*nobody is not defined/)
  })

  it('opens a page in the language and the pace it is asked for', async () => {
    const page = await tests.openPage({ locale: 'fr-CA' })
    const read = (): Promise<unknown> =>
      page.evaluate(() => [
        navigator.language,
        matchMedia('(prefers-reduced-motion: reduce)').matches,
      ])

    assert.deepEqual(await read(), ['fr-CA', true])
  })
})
