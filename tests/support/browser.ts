// Pages in a real browser, for end-to-end tests: opened as a person's device would, watched for
// errors on the console, and held to WCAG 2.2 AA.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser, type BrowserOptions } from '../../scripts/browser.ts'

export interface PageOptions {
  /** The browser's language, such as `fr-CA`. Default `en-CA`. */
  readonly locale?: string
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Default true: nothing moves, so that a test waits for nothing. */
  readonly reducedMotion?: boolean
  readonly timezoneId?: string
  readonly hasTouch?: boolean
  /** Whether pages may keep themselves for when the server is gone. Default false: each is fetched. */
  readonly keepsPages?: boolean
  /** Default false: its clock is the computer's. True: a test may also let it jump, by `page.clock`. */
  readonly timePasses?: boolean
  /** Console errors and failed loads that this test causes on purpose. */
  readonly expectedErrors?: readonly RegExp[]
}

export interface TestBrowser {
  readonly browser: Browser
  /** A page of its own profile: no cookie or storage shared with another. */
  openPage(options?: PageOptions): Promise<Page>
  /** Throws when a page has written an error to its console, or thrown one, since the last call. */
  expectNoErrors(): void
  /** Closes every page, then fails as `expectNoErrors` does. For `afterEach`. */
  closePages(): Promise<void>
  close(): Promise<void>
}

export async function openBrowser(options?: BrowserOptions): Promise<TestBrowser> {
  const browser = await launchBrowser(options)
  let errors: string[] = []
  const expectNoErrors = (): void => {
    const found = errors
    errors = []
    if (found.length > 0) throw new Error(`errors in the browser:\n  ${found.join('\n  ')}`)
  }
  return {
    browser,
    expectNoErrors,
    async openPage(page = {}) {
      const context = await browser.newContext(contextOptions(page))
      const opened = await context.newPage()
      if (page.timePasses) await opened.clock.install()
      collectErrors(opened, (error) => {
        if (!page.expectedErrors?.some((expected) => expected.test(error))) errors.push(error)
      })
      return opened
    },
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()))
      expectNoErrors()
    },
    close: () => browser.close(),
  }
}

function contextOptions(page: PageOptions): BrowserContextOptions {
  return {
    locale: page.locale ?? 'en-CA',
    viewport: page.viewport ?? { width: 1280, height: 800 },
    reducedMotion: (page.reducedMotion ?? true) ? 'reduce' : 'no-preference',
    hasTouch: page.hasTouch ?? false,
    serviceWorkers: page.keepsPages ? 'allow' : 'block',
    ...(page.timezoneId && { timezoneId: page.timezoneId }),
  }
}

function collectErrors(page: Page, report: (error: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') report(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => {
    report(error.stack ?? error.message)
  })
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Throws, with a list to read, when the page as it is now breaks a rule of WCAG 2.2 A or AA; with
 * `enhancedContrast`, also that of AAA contrast.
 */
export async function expectNoViolations(
  page: Page,
  { enhancedContrast = false }: { readonly enhancedContrast?: boolean } = {},
): Promise<void> {
  // axe is half a megabyte of source: a page that has it from the check before is not given it again.
  const isThere = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).options({
    // Of all else it would write down every element, which nobody reads: more work than the rules.
    resultTypes: ['violations'],
    runOnly: { type: 'tag', values: WCAG },
    rules: {
      'color-contrast-enhanced': { enabled: enhancedContrast },
      // Part of WCAG 2.2 AA, yet off by default in axe.
      'target-size': { enabled: true },
    },
  })
  // Our pages have no frames of other sites: without this, each run opens a page more to sum up in.
  builder.setLegacyMode()
  const { violations } = await builder.analyze()
  if (violations.length === 0) return
  const list = violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help}`,
    ...nodes.map(
      (node) =>
        `    ${node.target.join(' ')}\n      ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? node.html}`,
    ),
  ])
  throw new Error(`${page.url()} breaks rules of accessibility:\n  ${list.join('\n  ')}`)
}
