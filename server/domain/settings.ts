// What an office is configured to be: the document that `office-configured` facts carry.
// Pure data; nothing here knows how it is stored or edited.

/** A text in both official languages. */
export interface Words {
  readonly en: string
  readonly fr: string
}

export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** What somebody may need of staff. Health data: kept with names, never in the journal. */
export const ACCESS_NEEDS = ['more-time', 'quiet-call', 'escort', 'sign-language', 'seat'] as const
export type AccessNeed = (typeof ACCESS_NEEDS)[number]
/** Those who need one of these are never hurried. */
export const UNHURRIED: readonly AccessNeed[] = ['more-time', 'escort', 'sign-language']

/** A partner (ministry, agency) on whose behalf services are delivered. */
export interface Programme {
  readonly code: string
  readonly name: Words
}

export interface Category {
  readonly code: string
  readonly name: Words
}

/** A question that is answered with yes or no while a ticket is taken. */
export interface Question {
  readonly code: string
  readonly words: Words
}

/** From an office's day on (YYYY-MM-DD), a service is delivered for this programme. */
export interface ProgrammeFrom {
  readonly from: string
  readonly programme: string
}

/** Something a citizen can ask for in this office. */
export interface Service {
  readonly code: string
  readonly name: Words
  readonly description?: Words
  readonly category: string
  readonly programme: string
  /** Other programmes it is delivered for from a day on, in order of days; before the first, `programme`. */
  readonly programmesFrom?: readonly ProgrammeFrom[]
  /** One to three capital letters; starts each ticket number of this service. */
  readonly prefix: string
  /** Withdrawn: nobody new may ask for it; those who wait for it are still served. */
  readonly withdrawn?: boolean
  /** Tickets that people may take themselves in a day, from 1; absent: any number. */
  readonly quota?: number
  /** What to bring, one thing each: said before a ticket is taken. */
  readonly bring?: readonly Words[]
  /** Asked of whoever takes a ticket; nobody must answer. */
  readonly questions?: readonly Question[]
}

/** What people may leave with a ticket if they want to; nothing of it is needed to be served. */
export interface Asks {
  readonly firstName: boolean
  readonly phone: boolean
  /** Days after the visit's end until it is forgotten, 1 to 30. */
  readonly keptDays: number
}

/** Something an office names for itself: a counter, a reason, an outcome. */
export interface Named {
  readonly code: string
  readonly name: Words
}

/** A physical desk with a name people can see. */
export type Counter = Named

/** How early a person is called among others: a head start, never a queue of its own. */
export interface PriorityClass extends Named {
  /** Head start in minutes, -240 to 240; 0 for the ordinary class. */
  readonly creditMinutes: number
}

/** The class of whoever is given no other; every office has it, with a credit of 0. */
export const ORDINARY = 'normal'

/** When somebody has waited longer than this for one service, they come before everyone else. */
export interface RaiseRule {
  readonly service: string
  /** 1 to 480. */
  readonly afterMinutes: number
}

/** While both wait: so many walk-ins to so many with an appointment, evenly mixed. 1 to 20 each. */
export interface Share {
  readonly walkIns: number
  readonly appointments: number
}

/** What becomes of a called person who does not come. */
export interface NoShowPolicy {
  /** A call is recalled this often at most, 1 to 10; one more makes it a no-show. Null: any number. */
  readonly afterRecalls: number | null
  /** Seconds after the last announcement at which it is a no-show by itself, 15 to 1800; null: never. */
  readonly afterSeconds: number | null
  /** How often such a person waits again, last in line, before the visit ends: 0 to 5. */
  readonly waitsAgain: number
  /** For those who asked for more time, an escort or sign language. */
  readonly unhurried: 'doubled' | 'never'
}

/** Minutes from which a figure is worth a look, and from which it is too long. */
export interface Threshold {
  readonly attentionMinutes: number
  readonly tooLongMinutes: number
}

/** How the office decides who is next, what it asks of its agents, and when its day is over. */
export interface Policy {
  readonly classes: readonly PriorityClass[]
  /** Head start of somebody whose appointment is due, in minutes, 0 to 240. */
  readonly appointmentCreditMinutes: number
  /** Who comes this many minutes after the booked time, or later, ranks by arrival. 0 to 240. */
  readonly appointmentGraceMinutes: number
  readonly raise: readonly RaiseRule[]
  readonly share: Share | null
  readonly noShow: NoShowPolicy
  /** Whether each request is finished with an outcome. */
  readonly outcomeNeeded: boolean
  /** Seconds of wrap-up after each visit, 0 to 1800; 0: none. */
  readonly wrapUpSeconds: number
  /** Whether somebody on hold waits again by itself at the time they were expected back. */
  readonly heldComesBack: boolean
  /** Whether the note for the next agent is forgotten when the visit ends. */
  readonly forgetNotes: boolean
  readonly thresholds: {
    readonly wait: Threshold
    readonly hold: Threshold
    readonly service: Threshold
  }
  /** Minutes after local midnight at which visits of an earlier day are closed; null keeps them. */
  readonly nightCloseMinute: number | null
}

/** The words an office has for why things happen; each list may be empty: then no reason is asked. */
export interface Reasons {
  readonly hold: readonly Named[]
  readonly away: readonly Named[]
  readonly reorder: readonly Named[]
  readonly correction: readonly Named[]
}

/** Minutes since local midnight, `from` included and `to` not; `to` 1440 is midnight. */
export interface OpenSpan {
  readonly from: number
  readonly to: number
}

/** A date on which the office is open otherwise than its week says. */
export interface HoursException {
  /** The office's day, YYYY-MM-DD. */
  readonly day: string
  /** In order, without overlap; none: closed. */
  readonly spans: readonly OpenSpan[]
  /** Why, as people are told it. */
  readonly words: Words
}

export interface OpeningHours {
  /** Seven days, Monday first; the spans of each in order, without overlap. */
  readonly week: readonly (readonly OpenSpan[])[]
  readonly exceptions: readonly HoursException[]
}

/** Joining by phone: in the room by the code on the board, from afar by the office's page. */
export interface Joining {
  /** Whose turn came this long before they are here keep their place; later, it is the last. 0 to 120. */
  readonly lateMinutes: number
  /** How many may be expected at one time, 0 to 500; 0: people join in the room only. */
  readonly mostExpected: number
}

/** Where an office is, as mail and maps write it: the same in both languages. */
export interface Address {
  readonly street: string
  readonly city: string
  /** Two capital letters, such as BC. */
  readonly province: string
  /** As in V8V 0A1. */
  readonly postalCode: string
}

export interface OfficeSettings {
  readonly name: Words
  /** The offices that a director looks after together; absent: of none. */
  readonly region?: Named
  /** Absent: not said to the public. */
  readonly address?: Address
  /** To be called by the public, as it is written; absent: none. */
  readonly phone?: string
  /** Two to four capital letters that go before a number of this office in another one: `VIC`. */
  readonly sign: string
  /** IANA zone, such as America/Vancouver. */
  readonly timeZone: string
  /** When people may take a ticket themselves; absent: always. */
  readonly hours?: OpeningHours
  /** What people are offered to leave at the kiosk; absent: nothing. */
  readonly asks?: Asks
  /** How people join by phone; absent: nobody does. */
  readonly joining?: Joining
  /** Whether an agent and their manager may see that agent's own figures; absent: nobody does. */
  readonly agentFigures?: boolean
  /** Whether people are received and wait in a queue, or go straight to service. */
  readonly reception: boolean
  readonly programmes: readonly Programme[]
  readonly categories: readonly Category[]
  readonly services: readonly Service[]
  readonly counters: readonly Counter[]
  /** Kinds of counter that a visit may need, such as quick transactions; the first is the usual one. */
  readonly counterKinds: readonly Named[]
  /** How a request can end. */
  readonly outcomes: readonly Named[]
  readonly reasons: Reasons
  readonly policy: Policy
}
