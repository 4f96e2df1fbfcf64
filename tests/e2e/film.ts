// A film such as an office shows on its boards, recorded by the browser itself so that none lies in the
// repository.
import type { TestBrowser } from '../support/browser.ts'

/** Bytes of a WebM of about a second. `origin`: of a server, whose empty page it is drawn on. */
export async function aFilm(
  { openPage }: Pick<TestBrowser, 'openPage'>,
  origin: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const page = await openPage()
  await page.goto(`${origin}/api/docs`)
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const context = canvas.getContext('2d')
    const parts: Blob[] = []
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' })
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    const over = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    recorder.start()
    for (let frame = 0; frame < 20; frame += 1) {
      context?.fillRect(frame * 16, 0, 8, 180)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    recorder.stop()
    await over
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  })
  await page.context().close()
  return new Uint8Array(bytes)
}
