// The public page of one office, readable without any script: what is so right now, where it is, when
// it is open, what it does. The same, short, to stand in somebody else's page.
import { officeDay } from '../../domain/office-time.ts'
import type { Language } from '../../domain/settings.ts'
import { waitingCount } from '../../domain/state.ts'
import { html, jsonScript, type Html } from '../../http/html.ts'
import type { PageAssets } from '../../http/page-assets.ts'
import type { Snapshot } from '../../office/asking.ts'
import { freshnessText, publicNow, type PublicNow } from '../../protocol/public-text.ts'
import type { PublicOffice } from '../../protocol/views.ts'
import { intakeRow } from '../intake/intake-row.ts'
import { hoursSection } from './hours-section.ts'
import { joinSection } from './join-section.ts'
import { officePath } from '../../protocol/public-address.ts'
import { page } from './page-shell.ts'
import { PAGE_WORDS } from './page-words.ts'
import { publicOffice } from './public-projection.ts'
import { structuredData } from './structured-data.ts'

export interface Asked {
  readonly language: Language
  readonly origin: string
  readonly assets: PageAssets
  /** UTC ms. */
  readonly at: number
  readonly isEmbedded: boolean
}

/** The office at an instant (UTC ms), in words; null until it is configured. */
export function officeNow(
  snapshot: Snapshot,
  language: Language,
  at: number,
): { office: PublicOffice; now: PublicNow } | null {
  const office = publicOffice(snapshot)
  const intake = intakeRow(snapshot, at)
  if (!office || !intake) return null
  return { office, now: publicNow(office, intake, waitingCount(snapshot.state), language, at) }
}

/** Null until the office is configured. */
export function officePage(snapshot: Snapshot, asked: Asked): string | null {
  const known = officeNow(snapshot, asked.language, asked.at)
  if (!known) return null
  const { office, now } = known
  const { language, origin, assets, isEmbedded, at } = asked
  const path = (to: Language): string => officePath(office.code, to)
  const isOpen = intakeRow(snapshot, at)?.isOpen === true
  const join = joinSection(snapshot, language, isOpen)
  const data = structuredData(
    office,
    language,
    origin + path(language),
    officeDay(at, office.timeZone),
  )
  return page({
    language,
    origin,
    assets,
    isEmbedded,
    path,
    title: PAGE_WORDS[language].title(office.name[language]),
    ...(isEmbedded ? {} : { head: jsonScript('application/ld+json', data) }),
    main: isEmbedded ? shortPart(office, now, asked) : wholePart(office, now, asked, join),
  })
}

function wholePart(office: PublicOffice, now: PublicNow, asked: Asked, join: Html | null): Html {
  const { language, at } = asked
  return html`<h1>${office.name[language]}</h1>
    ${nowSection(office, now, asked)} ${join}
    <div class="columns">
      ${whereSection(office, language)} ${hoursSection(office, language, at)}
    </div>
    ${servicesSection(office, language)}`
}

function shortPart(office: PublicOffice, now: PublicNow, asked: Asked): Html {
  const { language } = asked
  const name = office.name[language]
  return html`<h1>${name}</h1>
    ${nowSection(office, now, asked)}
    <p>
      <a href="${officePath(office.code, language)}" target="_top"
        >${PAGE_WORDS[language].more(name)}</a
      >
    </p>`
}

/** What the page's script writes again as it changes: by `data-now`. */
function nowSection(office: PublicOffice, now: PublicNow, { language, at }: Asked): Html {
  const words = PAGE_WORDS[language]
  const line = (name: string, text: string): Html =>
    html`<p class="${name}" data-now="${name}">${text}</p>`
  return html`<section
    class="now ${now.tone}"
    aria-labelledby="now"
    data-office="${office.code}"
    data-language="${language}"
    data-day="${officeDay(at, office.timeZone)}"
  >
    <h2 id="now" class="unseen">${words.now}</h2>
    <div role="status">
      ${line('status', now.status)} ${line('because', now.because)} ${line('next', now.next)}
    </div>
    ${line('waiting', now.waiting)}
    <div class="shut" data-now="shut" ${now.shut.length === 0 ? html` hidden` : null}>
      <h3>${words.stopped}</h3>
      <ul>
        ${now.shut.map(({ service, why }) => html`<li><strong>${service}</strong> ${why}</li>`)}
      </ul>
    </div>
    ${line('fresh', freshnessText('as-of', at, office.timeZone, language))}
  </section>`
}

function whereSection({ address, phone }: PublicOffice, language: Language): Html | null {
  if (!address && phone === undefined) return null
  const words = PAGE_WORDS[language]
  return html`<section aria-labelledby="where">
    <h2 id="where">${words.where}</h2>
    ${
      address
        ? html`<address>
            ${address.street}<br />
            ${address.city} (${address.province})${'\u2002'}${address.postalCode}
          </address>`
        : null
    }
    ${
      phone === undefined
        ? null
        : html`<p>${words.phone} <a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a></p>`
    }
  </section>`
}

function servicesSection({ categories, services }: PublicOffice, language: Language): Html {
  const of = (category: string): PublicOffice['services'] =>
    services.filter((each) => each.category === category)
  const shown = categories.filter(({ code }) => of(code).length > 0)
  return html`<section aria-labelledby="services">
    <h2 id="services">${PAGE_WORDS[language].services}</h2>
    <div class="categories">
      ${shown.map(
        ({ code, name }) =>
          html`<div class="category">
            <h3>${name[language]}</h3>
            <ul>
              ${of(code).map(
                (each) =>
                  html`<li>
                    ${each.name[language]}${
                      each.description
                        ? html`<span class="soft">${each.description[language]}</span>`
                        : null
                    }
                  </li>`,
              )}
            </ul>
          </div>`,
      )}
    </div>
  </section>`
}
