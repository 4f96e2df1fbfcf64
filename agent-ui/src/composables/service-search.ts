// Finds the service a person asks for: typed as people type, without accents, in either language.

import { bareText, type Language, type ServiceInfo } from '#protocol'

export interface ServiceSearch {
  /** What was typed; empty: every service. */
  readonly search: string
  /** Code of a category; empty: every category. */
  readonly category: string
  /** Codes of the services asked for most, the most frequent first. */
  readonly frequent: readonly string[]
  /** Of the screen: a name in it counts a little more. */
  readonly language: Language
}

/** How well a typed word fits where it was found; a sum of these ranks a service. */
const FITS = { code: 12, nameStart: 8, nameInside: 5, codeStart: 4, textStart: 2, textInside: 1 }

/**
 * The services that can be asked for anew and hold every word of the search: the best fit first,
 * of equals the most frequent, then as the office lists them.
 */
export function searchServices(
  services: readonly ServiceInfo[],
  { search, category, frequent, language }: ServiceSearch,
): ServiceInfo[] {
  const words = bareText(search).split(/\s+/).filter(Boolean)
  const rank = new Map(frequent.map((code, index) => [code, index]))
  const rankOf = ({ code }: ServiceInfo): number => rank.get(code) ?? frequent.length
  return services
    .filter((each) => each.withdrawn !== true && (category === '' || each.category === category))
    .map((service) => ({ service, fit: fitOf(service, words, language) }))
    .filter(({ fit }) => fit !== null)
    .sort((a, b) => (b.fit ?? 0) - (a.fit ?? 0) || rankOf(a.service) - rankOf(b.service))
    .map(({ service }) => service)
}

/** Null when a word is nowhere in it. */
function fitOf(service: ServiceInfo, words: readonly string[], language: Language): number | null {
  const other: Language = language === 'en' ? 'fr' : 'en'
  const code = bareText(service.code)
  const name = bareText(service.name[language])
  const otherName = bareText(service.name[other])
  const { description } = service
  const text = bareText(`${description?.[language] ?? ''} ${description?.[other] ?? ''}`)
  let sum = 0
  for (const word of words) {
    const fit = Math.max(
      code === word ? FITS.code : code.startsWith(word) ? FITS.codeStart : 0,
      within(name, word, FITS.nameStart, FITS.nameInside),
      within(otherName, word, FITS.nameStart - 1, FITS.nameInside - 1),
      within(text, word, FITS.textStart, FITS.textInside),
    )
    if (fit === 0) return null
    sum += fit
  }
  return sum
}

function within(text: string, word: string, atStart: number, inside: number): number {
  if (!text.includes(word)) return 0
  return ` ${text}`.includes(` ${word}`) ? atStart : inside
}
