// Pages of figures as somebody opens them who has signed in already.
import type { Page } from 'playwright-core'
import { SESSION_COOKIE } from '../../server/features/identity.ts'
import type { PageOptions, TestBrowser } from '../support/browser.ts'
import type { TestOffice } from '../support/office.ts'

const DESKTOP = { width: 1440, height: 900 }

/** `path` is below `/figures/`. */
export async function openFigures(
  browser: TestBrowser,
  office: TestOffice,
  username: string,
  path: string,
  options: PageOptions = {},
): Promise<Page> {
  const page = await browser.openPage({ viewport: DESKTOP, ...options })
  const value = await office.tokenOf(username)
  await page.context().addCookies([{ name: SESSION_COOKIE, value, url: office.origin }])
  await page.goto(`${office.origin}/figures/${path}`)
  return page
}
