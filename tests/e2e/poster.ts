// A poster such as an office shows on its boards, drawn here so that no picture lies in the repository.
import type { TestBrowser } from '../support/browser.ts'

const POSTER = `<!doctype html><title>A poster</title><link rel="stylesheet" href="/tokens.css"><style>
  body { margin: 0; height: 100vh; display: grid; align-content: center; padding: 0 96px;
    box-sizing: border-box; background: linear-gradient(135deg, #0e5a4f, #1d7a6b); color: #fff;
    font: 30px/1.35 'BC Sans', 'Noto Sans', sans-serif }
  h1 { margin: 0; font-size: 76px; line-height: 1.1 }
  p { margin: 18px 0 0 } hr { width: 120px; margin: 40px 0; border: 0; border-top: 6px solid #f5bd3d }
</style><h1>Renew from home</h1><p>Most licences can be renewed online, up to six months early.</p><hr>
<h1>Renouvelez de chez vous</h1><p>La plupart des permis se renouvellent en ligne, jusqu’à six mois à l’avance.</p>`

/** Bytes of a PNG of 1280 by 720. `origin`: where the fonts are. */
export async function aPoster(
  { openPage }: Pick<TestBrowser, 'openPage'>,
  origin: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const page = await openPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${origin}/api/docs`)
  await page.setContent(POSTER)
  await page.evaluate(() => document.fonts.ready)
  const bytes = new Uint8Array(await page.screenshot())
  await page.context().close()
  return bytes
}
