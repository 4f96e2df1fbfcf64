// What the kiosk offers: the office's categories, each with its services, in the office's order.
import type { Words } from '#protocol'

interface ServiceLike {
  code: string
  name: Words
  description?: Words | undefined
  category: string
}

interface OfficeLike {
  categories: { code: string; name: Words }[]
  services: ServiceLike[]
}

export interface MenuCategory {
  code: string
  name: Words
  services: ServiceLike[]
}

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

/** The services a person chooses from: those of the category, or of the only one there is. */
export function servicesIn(menu: MenuCategory[], category: string | null): ServiceLike[] {
  const [first] = menu
  if (menu.length === 1 && first) return first.services
  return menu.find(({ code }) => code === category)?.services ?? []
}
