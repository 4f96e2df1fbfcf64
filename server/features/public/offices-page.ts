// One page that lists every office, and the page that says that there is none of this name.
import type { Language } from '../../domain/settings.ts'
import { html, type Html } from '../../http/html.ts'
import type { PageAssets } from '../../http/page-assets.ts'
import type { Snapshot } from '../../office/asking.ts'
import { freshnessText } from '../../protocol/public-text.ts'
import { officeNow, type Asked } from './office-page.ts'
import { officePath } from '../../protocol/public-address.ts'
import { officesPath } from './page-address.ts'
import { page } from './page-shell.ts'
import { PAGE_WORDS } from './page-words.ts'

/** The style of the pages, without the script: nothing here changes by itself. */
const still = (assets: PageAssets): PageAssets => ({ ...assets, script: null })

export function officesPage(
  snapshots: readonly Snapshot[],
  { language, origin, assets, at }: Asked,
): string {
  const words = PAGE_WORDS[language]
  const offices = snapshots
    .flatMap((snapshot) => officeNow(snapshot, language, at) ?? [])
    .sort((a, b) =>
      a.office.name[language].localeCompare(b.office.name[language], words.locale, {
        numeric: true,
      }),
    )
  return page({
    language,
    origin,
    assets: still(assets),
    path: officesPath,
    title: words.offices,
    main: html`<h1>${words.offices}</h1>
      <p>${offices.length === 0 ? words.none : words.officesIntro}</p>
      <ul class="offices">
        ${offices.map((each) => officeLine(each, language, at))}
      </ul>`,
  })
}

function officeLine(
  { office, now }: NonNullable<ReturnType<typeof officeNow>>,
  language: Language,
  at: number,
): Html {
  const { code, name, address, timeZone } = office
  return html`<li class="${now.tone}">
    <h2><a href="${officePath(code, language)}">${name[language]}</a></h2>
    ${address ? html`<p class="soft">${address.street}, ${address.city}</p>` : null}
    <p class="status">${now.status}</p>
    ${now.because === '' ? null : html`<p>${now.because}</p>`}
    ${now.next === '' ? null : html`<p>${now.next}</p>`}
    ${now.waiting === '' ? null : html`<p class="waiting">${now.waiting}</p>`}
    <p class="fresh">${freshnessText('as-of', at, timeZone, language)}</p>
  </li>`
}

/** There is no such office: what to do about it. */
export function unknownOfficePage({ language, origin, assets }: Asked): string {
  const words = PAGE_WORDS[language]
  return page({
    language,
    origin,
    assets: still(assets),
    path: null,
    title: words.unknown,
    main: html`<h1>${words.unknown}</h1>
      <p>${words.unknownSentence}</p>
      <p><a href="${officesPath(language)}">${words.allOffices}</a></p>`,
  })
}
