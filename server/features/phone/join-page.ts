// The page on which one joins by phone, as the server fills it in: the office, and what the page's own
// script offers. Joining needs that script; without it, the office's door is open.
import type { Clock } from '../../clock.ts'
import { dataFor, escapeHtml, type FilledPage } from '../../http/filled-pages.ts'
import type { Language } from '../../protocol/index.ts'
import type { Commands } from '../commands.ts'
import { joinView } from './join-view.ts'

/** Of the element in which the page finds what may be joined. */
const VIEW = 'join-view'
const NEEDS_SCRIPT = {
  en: 'To join with your phone, this page needs scripts. You can also take a number at the office.',
  fr: 'Pour prendre un numéro avec votre téléphone, cette page a besoin de scripts. Vous pouvez aussi en prendre un au bureau.',
}
const UNKNOWN = { en: 'There is no such office', fr: 'Ce bureau n’existe pas' }

export function joinPage({ commands, clock }: { commands: Commands; clock: Clock }): FilledPage {
  return {
    path: '/join/:office{/:code}',
    folder: 'kiosk/phone',
    async fill(request) {
      const { office: code } = request.params
      const language: Language = request.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en'
      const office = typeof code === 'string' ? await commands.open(code) : null
      const view = office && joinView(office, clock.now())
      const title = view?.name[language] ?? UNKNOWN[language]
      const html = [
        `<main class="plain"><h1>${escapeHtml(title)}</h1>`,
        view ? `<noscript><p>${NEEDS_SCRIPT[language]}</p></noscript></main>` : '</main>',
        view ? dataFor(VIEW, view) : '',
      ].join('\n')
      return { status: view ? 200 : 404, language, html }
    },
  }
}
