// What every public page has around it: head, languages, the way to the other offices.
import type { Language } from '../../domain/settings.ts'
import { html, type Html } from '../../http/html.ts'
import type { PageAssets } from '../../http/page-assets.ts'
import { officesLink, officesPath, otherThan } from './page-address.ts'
import { PAGE_WORDS } from './page-words.ts'

export interface Shell {
  readonly language: Language
  readonly title: string
  /** Where this server is, such as https://queue.example.org. */
  readonly origin: string
  /** Path of this page in a language; null: it has no address of its own. */
  readonly path: ((language: Language) => string) | null
  readonly assets: PageAssets
  /** Stands in a page of somebody else: no header. */
  readonly isEmbedded?: boolean
  readonly head?: Html
  readonly main: Html
}

export function page(shell: Shell): string {
  const { language, title, assets, isEmbedded = false } = shell
  const words = PAGE_WORDS[language]
  const whole = html`<html lang="${words.locale}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
      <link rel="stylesheet" href="/tokens.css" />
      ${assets.styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
      ${addresses(shell)} ${shell.head ?? null}
      ${
        assets.script === null ? null : html`<script type="module" src="${assets.script}"></script>`
      }
    </head>
    <body class="${isEmbedded ? 'embedded' : 'whole'}">
      ${isEmbedded ? null : header(shell)}
      <main id="main">${shell.main}</main>
    </body>
  </html>`
  return `<!doctype html>\n${whole.text}\n`
}

/** The same page in each language, as search engines are told of it. */
function addresses({ origin, path, language, isEmbedded = false }: Shell): Html | null {
  if (!path || isEmbedded) return html`<meta name="robots" content="noindex" />`
  const at = (to: Language): string => origin + path(to)
  return html`<link rel="canonical" href="${at(language)}" />
    <link rel="alternate" hreflang="en-CA" href="${at('en')}" />
    <link rel="alternate" hreflang="fr-CA" href="${at('fr')}" />
    <link rel="alternate" hreflang="x-default" href="${at('en')}" />`
}

function header({ language, path }: Shell): Html {
  const words = PAGE_WORDS[language]
  const other = otherThan(language)
  const there = path && path !== officesPath ? path(other) : officesLink(other)
  return html`<a class="skip" href="#main">${words.skip}</a>
    <header>
      <a href="${officesLink(language)}">${words.offices}</a>
      <a href="${there}" lang="${words.otherLocale}" hreflang="${words.otherLocale}"
        >${words.otherLanguage}</a
      >
    </header>`
}
