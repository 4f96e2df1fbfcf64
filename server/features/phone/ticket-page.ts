// The page of a ticket as the server fills it in: number and place for whoever has no script, and the
// whole view for the page's own, which goes on from it.
import { AppError } from '../../errors.ts'
import { dataFor, escapeHtml, type Filled, type FilledPage } from '../../http/filled-pages.ts'
import type { Language } from '../../protocol/index.ts'
import type { TicketRow, TicketView } from '../../protocol/ticket-view.ts'
import { followed } from './ticket-gate.ts'
import { manifestPath } from './ticket-manifest.ts'
import type { TicketParts } from './ticket-routes.ts'
import { PAGE_WORDS } from './page-words.ts'

/** Of the element in which the page finds its first view. */
const VIEW = 'ticket-view'

export interface TicketPageParts extends TicketParts {
  /** By which phones know that a push is from here; null when there is none. */
  readonly pushKey: () => Promise<string | null>
}

export function ticketPage(parts: TicketPageParts): FilledPage {
  return {
    path: '/t/:token',
    folder: 'kiosk/phone',
    async fill({ params }) {
      const { token } = params
      const view = await viewOf(parts, typeof token === 'string' ? token : '')
      const [row] = view?.rows ?? []
      if (typeof token !== 'string' || !view || !row) return GONE
      return { ...shown(view, row), head: headOf(token, await parts.pushKey()) }
    },
  }
}

/** Both hold only letters, digits, hyphens and underscores: the token has been found, the key is ours. */
function headOf(token: string, pushKey: string | null): string {
  const manifest = `<link rel="manifest" href="${manifestPath(`/t/${token}`)}" />`
  return pushKey === null ? manifest : `${manifest}<meta name="push-key" content="${pushKey}" />`
}

async function viewOf(parts: TicketParts, token: string): Promise<TicketView | null> {
  try {
    const { visit, office } = await followed(parts.commands, parts.links, token)
    const { state } = office
    return parts.publisher.view(state.office, visit, office, state.seq)
  } catch (error) {
    if (error instanceof AppError && error.code === 'ticket-unknown') return null
    throw error
  }
}

function shown(view: TicketView, row: TicketRow): Filled {
  const { language } = row
  const words = PAGE_WORDS[language]
  const html = [
    '<main class="plain">',
    `<p>${escapeHtml(row.office[language])}</p>`,
    `<h1>${words.number} <strong>${escapeHtml(row.ticket)}</strong></h1>`,
    `<p>${escapeHtml(row.service[language])}</p>`,
    `<p><strong>${escapeHtml(stateOf(row, language))}</strong></p>`,
    `<noscript><p>${words.reload}</p></noscript>`,
    '</main>',
    dataFor(VIEW, view),
  ]
  return { status: 200, language, html: html.join('\n') }
}

function stateOf({ state, peopleAhead, counter }: TicketRow, language: Language): string {
  const words = PAGE_WORDS[language]
  if (state === 'waiting') return words.ahead(peopleAhead ?? 0)
  if (state === 'called') return words.called(counter?.[language] ?? '')
  return words.states[state]
}

const GONE: Filled = {
  status: 404,
  language: 'en',
  html: [
    '<main class="plain">',
    `<h1>${PAGE_WORDS.en.gone}</h1>`,
    `<p lang="fr">${PAGE_WORDS.fr.gone}</p>`,
    '</main>',
  ].join('\n'),
}
