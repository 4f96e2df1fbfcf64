// The public pages over HTTP: open to all, kept by browsers for a moment only, and one of them may
// stand in the pages of others.
import { Router, type Request, type Response } from 'express'
import compression from 'compression'
import { LANGUAGES, type Language } from '../../domain/settings.ts'
import { pageAssets } from '../../http/page-assets.ts'
import { Code } from '../../protocol/fields.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import type { Commands } from '../commands.ts'
import { officeCodes } from '../offices/office-store.ts'
import { officePage, type Asked } from './office-page.ts'
import { officesPage, unknownOfficePage } from './offices-page.ts'
import { officePath } from '../../protocol/public-address.ts'
import { CHOSEN, officesPath } from './page-address.ts'

/** Figures must not look new when they are old: ten seconds, as long as a screen may take to notice. */
const KEPT = 'public, max-age=10'

export interface PublicParts {
  readonly commands: Commands
  readonly db: Database
  readonly clock: Clock
  readonly dev: boolean
}

export function publicPages({ commands, db, clock, dev }: PublicParts): Router {
  const router = Router()
  const assets = pageAssets('display/src/office/main.ts', 'display/src/office/office.css', { dev })
  const asked = (request: Request, language: Language): Asked => ({
    language,
    assets,
    origin: `${request.protocol}://${request.host}`,
    at: clock.now(),
    isEmbedded: 'embed' in request.query,
  })

  for (const language of LANGUAGES) {
    router.get(officesPath(language), compression(), async (request, response) => {
      if (language === 'en' && !(CHOSEN in request.query)) {
        response.vary('accept-language')
        if (request.acceptsLanguages('en', 'fr') === 'fr') {
          response.set('cache-control', KEPT).redirect(officesPath('fr'))
          return
        }
      }
      const codes = await officeCodes(db.reader)
      const offices = await Promise.all(codes.map((code) => commands.open(code)))
      const known = offices.filter((office) => office !== null)
      send(response, officesPage(known, asked(request, language)))
    })
    router.get(officePath(':office', language), compression(), async (request, response) => {
      const code = Code.safeParse(request.params.office)
      const office = code.success ? await commands.open(code.data) : null
      const about = asked(request, language)
      const found = office && officePage(office, about)
      if (about.isEmbedded) letOthersEmbed(response)
      if (found) send(response, found)
      else send(response.status(404), unknownOfficePage(about))
    })
  }
  return router
}

function send(response: Response, page: string): void {
  response.set('cache-control', KEPT).type('html').send(page)
}

/** Every other page of ours refuses to stand in somebody else's. */
function letOthersEmbed(response: Response): void {
  const policy = response.get('content-security-policy')
  response.removeHeader('x-frame-options')
  if (policy === undefined) return
  const open = policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *')
  response.set('content-security-policy', open)
}
