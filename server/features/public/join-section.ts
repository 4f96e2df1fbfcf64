// Where the public page leads whoever wants a number before they are there.
import type { Language } from '../../domain/settings.ts'
import type { Snapshot } from '../../office/asking.ts'
import { html, type Html } from '../../http/html.ts'

const WORDS: Readonly<Record<Language, { link: string; what: string }>> = {
  en: {
    link: 'Take a number now, with your phone',
    what: 'You keep your place while you are on your way, and are called once you are there.',
  },
  fr: {
    link: 'Prendre un numéro maintenant, avec votre téléphone',
    what: 'Vous gardez votre place en chemin; on vous appelle une fois que vous êtes là.',
  },
}

/** Null where nobody joins from afar, or nobody can now. */
export function joinSection(
  { state }: Pick<Snapshot, 'state'>,
  language: Language,
  isOpen: boolean,
): Html | null {
  const { link, what } = WORDS[language]
  if (!isOpen || !state.settings?.joining?.mostExpected) return null
  return html`<p class="join"><a href="/join/${state.office}">${link}</a> <span>${what}</span></p>`
}
