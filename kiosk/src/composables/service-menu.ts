// What the kiosk offers: the office's categories, each with its services, in the office's order;
// those asked for most; and those that a search finds.
import { bareText, type Language, type ServiceInfo, type Words } from '#protocol'

interface OfficeLike {
  categories: { code: string; name: Words }[]
  services: ServiceInfo[]
}

export interface MenuCategory {
  code: string
  name: Words
  services: ServiceInfo[]
}

/** So many at most are set apart as asked for most. */
const MOST_ASKED = 6
/** A search shows so many at most. */
const MOST_FOUND = 6

/** Categories without a service are left out: a choice that leads nowhere is no choice. */
export function menuOf(office: OfficeLike): MenuCategory[] {
  return office.categories
    .map(({ code, name }) => ({
      code,
      name,
      services: office.services.filter((service) => service.category === code),
    }))
    .filter((category) => category.services.length > 0)
}

/** The services asked for most that are offered and not shut. `frequent`: codes, most frequent first. */
export function mostAsked(
  services: readonly ServiceInfo[],
  frequent: readonly string[],
  isShut: (service: string) => boolean,
): ServiceInfo[] {
  return frequent
    .flatMap((code) => services.find((service) => service.code === code) ?? [])
    .filter(({ code }) => !isShut(code))
    .slice(0, MOST_ASKED)
}

/**
 * The services whose name or description has a word that begins with each word of `text`, in either
 * language; those found by their name in the person's own language come first.
 */
export function findServices(
  services: readonly ServiceInfo[],
  text: string,
  language: Language,
): ServiceInfo[] {
  const wanted = bareText(text).split(' ').filter(Boolean)
  if (wanted.length === 0) return []
  const has = (where: string): boolean => {
    // Whoever writes “drivers” means “driver’s”, and whoever writes “identité” means “d’identité”.
    const words = ` ${bareText(where)} ${bareText(where.replaceAll(/[’']/g, ''))}`
    return wanted.every((word) => words.includes(` ${word}`))
  }
  const rank = ({ name, description }: ServiceInfo): number => {
    if (has(name[language])) return 0
    const own = `${name[language]} ${description?.[language] ?? ''}`
    if (has(own)) return 1
    return has(Object.values({ ...name }).join(' ')) ||
      has(Object.values({ ...description }).join(' '))
      ? 2
      : 3
  }
  return services
    .map((service) => ({ service, rank: rank(service) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_FOUND)
    .map(({ service }) => service)
}
