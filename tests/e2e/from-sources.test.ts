// The pages as they are worked on: from their sources, through Vite, by the server itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'mocha'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

describe('the pages from their sources', function () {
  this.timeout(60_000)
  let folder: string
  let server: ServerProcess
  let browser: TestBrowser
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guichet-sources-'))
    server = await startServer({
      ...{ GUICHET_DEV: 'on', GUICHET_MODE: 'demo' },
      DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}`,
    })
    browser = await openBrowser()
  })
  afterEach(() => browser.closePages())
  after(async () => {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  for (const name of ['Kiosk', 'Board', 'Sign', 'Desk', 'Figures', 'Public pages']) {
    it(`open: ${name}`, async () => {
      // The first time that a library is asked for, Vite makes it ready and loads the page again. A desk
      // asks whether anybody is signed in.
      const expectedErrors = [/Outdated Optimize Dep/, /401 \(Unauthorized\)/]
      const page = await browser.openPage({ expectedErrors })
      const link = new RegExp(`^ +${name} +http://[^/]+(\\S+)$`, 'm').exec(server.output.out)
      await page.goto(`${server.origin}${link?.[1] ?? '/nowhere'}`)
      await page.getByRole('heading').first().waitFor({ timeout: 40_000 })
    })
  }
})
