// What a browser needs to keep a ticket's page as a program of its own: it opens that very ticket. An
// installed page is one a phone, whatever ticket it follows.
import { Router } from 'express'
import { findVisit } from '../../domain/state.ts'
import { AppError } from '../../errors.ts'
import type { Language } from '../../protocol/index.ts'
import { followed } from './ticket-gate.ts'
import type { TicketParts } from './ticket-routes.ts'

const NAMES: Readonly<Record<Language, { name: string; description: string }>> = {
  en: { name: 'My number', description: 'My number, and my place in line' },
  fr: { name: 'Mon numéro', description: 'Mon numéro et ma place dans la file' },
}
const COLOURS = { background_color: '#f6f4ef', theme_color: '#08213b' }
const PNG = 'image/png'
/** The mark of the house: the same as of the desk, which is installed too. */
const ICONS = [
  { src: '/favicon.ico', sizes: 'any', type: 'image/svg+xml' },
  { src: '/desk/install/icon-192.png', sizes: '192x192', type: PNG },
  { src: '/desk/install/icon-512.png', sizes: '512x512', type: PNG },
  { src: '/desk/install/icon-maskable-512.png', sizes: '512x512', type: PNG, purpose: 'maskable' },
]

/** Where the manifest of a ticket's page is. */
export function manifestPath(page: string): string {
  return `${page}/manifest.webmanifest`
}

export function ticketManifest({ commands, links }: Omit<TicketParts, 'publisher'>): Router {
  const router = Router()
  router.get(manifestPath('/t/:token'), async ({ params }, response) => {
    const { token } = params
    const link = typeof token === 'string' ? token : ''
    const { visit, office } = await followed(commands, links, link)
    const path = links.pathOf(visit)
    const language = findVisit(office.state, visit)?.language
    if (path === null || !language) throw new AppError('ticket-unknown')
    response.set('cache-control', 'no-store').type('application/manifest+json')
    response.send(JSON.stringify(manifest(path, language)))
  })
  return router
}

function manifest(path: string, language: Language): object {
  const { name, description } = NAMES[language]
  const address = { id: '/t/', start_url: path, scope: '/t/', display: 'standalone' }
  return {
    ...address,
    lang: language,
    name,
    short_name: name,
    description,
    ...COLOURS,
    icons: ICONS,
  }
}
