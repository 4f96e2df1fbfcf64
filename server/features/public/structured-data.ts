// The office as search engines and maps read it: schema.org, in JSON-LD. The hours are those that
// open and close the kiosk, so that they cannot differ.
import type { Language } from '../../domain/settings.ts'
import type { PublicOffice } from '../../protocol/views.ts'

type Span = { readonly from: number; readonly to: number }

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const WHOLE_DAY: Span = { from: 0, to: 1440 }
/** How schema.org's readers are told that a day is closed: it opens and closes at midnight. */
const CLOSED: Span = { from: 0, to: 0 }

/** `url`: of the page. `today`: the office's day, YYYY-MM-DD; exceptions before it are history. */
export function structuredData(
  office: PublicOffice,
  language: Language,
  url: string,
  today: string,
): Record<string, unknown> {
  const { name, address, phone } = office
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    '@id': url,
    url,
    name: name[language],
    ...(address
      ? {
          address: {
            '@type': 'PostalAddress',
            streetAddress: address.street,
            addressLocality: address.city,
            addressRegion: address.province,
            postalCode: address.postalCode,
            addressCountry: 'CA',
          },
        }
      : {}),
    ...(phone === undefined ? {} : { telephone: phone }),
    openingHoursSpecification: [...weekly(office), ...dated(office, today)],
  }
}

function weekly({ hours }: PublicOffice): object[] {
  const week = hours?.week ?? DAYS.map(() => [WHOLE_DAY])
  return week.flatMap((spans, index) =>
    spans.map((span) => ({ ...specification(span), dayOfWeek: DAYS[index] })),
  )
}

function dated({ hours }: PublicOffice, today: string): object[] {
  const ahead = hours?.exceptions.filter(({ day }) => day >= today) ?? []
  return ahead.flatMap(({ day, spans }) =>
    (spans.length > 0 ? spans : [CLOSED]).map((span) => ({
      ...specification(span),
      validFrom: day,
      validThrough: day,
    })),
  )
}

function specification({ from, to }: Span): object {
  return { '@type': 'OpeningHoursSpecification', opens: clock(from), closes: clock(to) }
}

/** Midnight at the end of a day is written as its last minute: 24:00 is not read everywhere. */
function clock(minute: number): string {
  const shown = Math.min(minute, 1439)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`
}
