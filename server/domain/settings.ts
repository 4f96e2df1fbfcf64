// What an office is configured to be: the document that `office-configured` facts carry.
// Pure data; nothing here knows how it is stored or edited.

/** A text in both official languages. */
export interface Words {
  readonly en: string
  readonly fr: string
}

export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** A partner (ministry, agency) on whose behalf services are delivered. */
export interface Programme {
  readonly code: string
  readonly name: Words
}

export interface Category {
  readonly code: string
  readonly name: Words
}

/** Something a citizen can ask for in this office. */
export interface Service {
  readonly code: string
  readonly name: Words
  readonly description?: Words
  readonly category: string
  readonly programme: string
  /** One to three capital letters; starts each ticket number of this service. */
  readonly prefix: string
}

/** A physical desk with a name people can see. */
export interface Counter {
  readonly code: string
  readonly name: Words
}

export const PRIORITIES = ['normal', 'priority'] as const
export type Priority = (typeof PRIORITIES)[number]

/** How the office decides who is next, and when its day is over. */
export interface Policy {
  /** Head start of a priority visit over a normal one, in minutes, 0 to 240. */
  readonly priorityCreditMinutes: number
  /** Minutes after local midnight at which visits of an earlier day are closed; null keeps them. */
  readonly nightCloseMinute: number | null
}

export interface OfficeSettings {
  readonly name: Words
  /** IANA zone, such as America/Vancouver. */
  readonly timeZone: string
  /** Whether people are received and wait in a queue, or go straight to service. */
  readonly reception: boolean
  readonly programmes: readonly Programme[]
  readonly categories: readonly Category[]
  readonly services: readonly Service[]
  readonly counters: readonly Counter[]
  readonly policy: Policy
}
