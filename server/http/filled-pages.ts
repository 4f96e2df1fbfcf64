// Pages that the server fills in before it sends them: readable at once, and without any script. The
// built page, or the source's in development, has a place for what is filled in.
import type { Request, RequestHandler } from 'express'

export interface Filled {
  readonly status: number
  /** Of the whole page. */
  readonly language: string
  /** What stands in the page's place for it: safe HTML. */
  readonly html: string
  /** What goes into the head of the page: safe HTML. */
  readonly head?: string
}

export interface FilledPage {
  /** As Express reads it, such as `/t/:token`. */
  readonly path: string
  /** Folder of the front end. */
  readonly folder: string
  fill(request: Request): Promise<Filled>
}

const PLACE = '<!--filled-->'
const HEAD_PLACE = '<!--head-->'

/** Sends the page that `read` gives, filled in; it is nobody else's, and kept by nobody. */
export function sendFilled(page: FilledPage, read: () => Promise<string>): RequestHandler {
  return async (request, response) => {
    const { status, language, html, head = '' } = await page.fill(request)
    const whole = (await read())
      .replace('<html lang="en">', `<html lang="${language}">`)
      .replace(HEAD_PLACE, () => head)
      .replace(PLACE, () => html)
    response.set({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    response.status(status).type('html').send(whole)
  }
}

/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }
  return text.replaceAll(/[&<>"]/g, (character) => `&${names[character] ?? ''};`)
}

/** Data for the page's script: never run, and unable to end its own element. */
export function dataFor(id: string, data: unknown): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="${id}">${json}</script>`
}
