// Facts: what happened in an office, in order. The journal is made of these and of nothing else.
// They hold codes and ids, never names, contacts, notes or answers.
import type { StopReason } from './intake.ts'
import type { RoomFact } from './room-facts.ts'
import type { OfficeSettings, Language } from './settings.ts'
import { settingsOfToday } from './settings-upcast.ts'
import type { TicketNumber } from './ticket-number.ts'
import type { Visit } from './visit.ts'

export const CHANNELS = [
  'in-person',
  'phone',
  'video',
  'chat',
  'email',
  'mail',
  'back-office',
] as const
export type Channel = (typeof CHANNELS)[number]

export const ARRIVED_VIA = [
  'kiosk',
  'phone',
  'greeter',
  'program',
  'paper',
  'office',
  // From the records of another system: its story is not in this journal.
  'import',
] as const
export type ArrivedVia = (typeof ARRIVED_VIA)[number]

export const AVAILABILITIES = ['available', 'wrap-up', 'break', 'away', 'back-office'] as const
export type Availability = (typeof AVAILABILITIES)[number]

export const PLACES = ['kept', 'first', 'last'] as const
export type Place = (typeof PLACES)[number]

export const CALL_RULES = [
  'longest-wait',
  'priority',
  'appointment',
  'raised',
  'share',
  'assigned',
  'returned',
  'moved',
  'chosen',
] as const

/** Why this visit was called and no other: stored with the call. */
export interface CallReason {
  /** What put it first: the strongest that applied. */
  readonly rule: (typeof CALL_RULES)[number]
  /** Its class, when that is what put it first. */
  readonly class?: string
  /** The minutes of the rule that raised it. */
  readonly minutes?: number
  /** Whether walk-ins and appointments both had a candidate: such a call counts for the share. */
  readonly shared?: boolean
  /** How many waiting visits this agent might have been given. */
  readonly candidates: number
  /** How many of them had arrived earlier. */
  readonly passedOver: number
}

export interface AskedFor {
  readonly service: string
  readonly channel: Channel
  /** Number of transactions, from 1. */
  readonly quantity: number
}

export interface RequestResult {
  /** Ordinal of the request within its visit, from 1. */
  readonly request: number
  readonly quantity?: number
  readonly outcome?: string
}

/** What an agent takes now; null: everything. */
export interface WorkProfile {
  readonly services: readonly string[] | null
  readonly counterKinds: readonly string[] | null
  readonly languages: readonly Language[] | null
}

/** What is known of a visit when it arrives, besides what it asks for. Absent: the usual. */
export interface ArrivalDetails {
  /** How many people share this ticket, from 2; absent: one. */
  readonly party?: number
  /** Code of the kind of counter it needs. */
  readonly counterKind?: string
  /** Booked time, UTC ms. */
  readonly bookedAt?: number
  /** Asked for more time, an escort or sign language: never hurried. Which of them is not kept here. */
  readonly unhurried?: true
  /** How long it took staff to take them in, ms. */
  readonly preparation?: number
  /** How often the person asked for more time. */
  readonly moreTime?: number
  /** UTC ms at which its turn came while it was expected, and somebody behind it was called. */
  readonly passedAt?: number
}

/** From the first to the last of the office's days, YYYY-MM-DD, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** What of a file was read, and which of it is no visit. */
export interface FilePart {
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: string
  /** Numbers of the first and the last line, from 1. */
  readonly from: number
  readonly to: number
  /** Lines of the other system that stand for nobody. */
  readonly phantoms: number
  /** Lines that could not be read. */
  readonly broken: number
}

export type FactBody =
  | { type: 'office-configured'; settings: OfficeSettings }
  | ({ type: 'agent-stationed'; agent: string; counter: string } & WorkProfile)
  | {
      type: 'agent-availability-changed'
      agent: string
      availability: Availability
      reason?: string
      /** When they mean to be back, UTC ms. */
      backAt?: number
    }
  | { type: 'agent-signed-off'; agent: string }
  | RoomFact
  /** People in line at the door now, who have no ticket yet. */
  | { type: 'door-counted'; people: number }
  /** No more tickets for a service, or (null) for anything, until `until`, UTC ms. */
  | { type: 'intake-stopped'; service: string | null; reason: StopReason; until: number }
  | { type: 'intake-resumed'; service: string | null }
  /** By the passing of time: the office has opened or closed, or a stop or a quota's day is over. */
  | { type: 'intake-turned'; isOpen: boolean }
  /** An agent needs colleagues, at once. `alarm` is its id. */
  | { type: 'help-called'; alarm: string; agent: string; counter: string | null }
  | { type: 'help-accepted'; alarm: string; agent: string }
  | { type: 'help-ended'; alarm: string }
  /**
   * So many visits that ended elsewhere, or before this journal, were added. Their rows are the only
   * record of them; each of these rows has the seq of this fact.
   */
  | { type: 'history-added'; source: string; visits: number; days: Days; file?: FilePart }
  | {
      type: 'visit-arrived'
      visit: string
      number: TicketNumber
      requests: readonly AskedFor[]
      language: Language
      priority: string
      via: ArrivedVia
      /** UTC ms from which its place counts: the booked time of one who is on time. Absent: arrival. */
      standing?: number
      details?: ArrivalDetails
      /** Joined from afar: it has its number and its place, and is not here yet. */
      expected?: true
    }
  /** Who was expected is here now, and waits. */
  | { type: 'visit-present'; visit: string; standing: number }
  /** Its turn came while it was expected: somebody behind it was called. */
  | { type: 'visit-passed-over'; visit: string }
  /** By the citizen: goes back in line, for more time. */
  | { type: 'visit-postponed'; visit: string; standing: number }
  /** Came from another office, with everything it was there. */
  | { type: 'visit-received'; visit: string; from: string; standing: number; carried: Visit }
  /** Went to another office, where it goes on. */
  | { type: 'visit-sent'; visit: string; to: string }
  | { type: 'visit-called'; visit: string; agent: string; counter: string; reason: CallReason }
  | { type: 'visit-recalled'; visit: string }
  | { type: 'visit-begun'; visit: string; agent: string; counter: string }
  | { type: 'visit-held'; visit: string; reason: string | null; backAt: number | null }
  | { type: 'visit-returned'; visit: string; standing: number }
  | {
      type: 'visit-transferred'
      visit: string
      /** The service asked for from now on, when it changes. */
      service: string | null
      /** The only counter or agent that may call it from now on; null: any. */
      counter: string | null
      agent: string | null
      standing: number
    }
  /** `afterwards`: the current request stays current. */
  | { type: 'request-added'; visit: string; request: AskedFor; afterwards?: true }
  | { type: 'request-switched'; visit: string; request: number }
  | { type: 'request-changed'; visit: string; request: number; to: AskedFor }
  | { type: 'priority-changed'; visit: string; priority: string }
  | { type: 'visit-changed'; visit: string; details: ArrivalDetails }
  /** Only this agent may call it from now on; null: any. */
  | { type: 'visit-assigned'; visit: string; agent: string | null }
  /** Put elsewhere in line by hand. */
  | { type: 'visit-reordered'; visit: string; standing: number; reason: string }
  /** A rule of the office puts it first: it has waited longer than `minutes` for its service. */
  | { type: 'visit-raised'; visit: string; minutes: number }
  /** A name or note was given or forgotten; what it says is not kept here. */
  | { type: 'details-changed'; visit: string }
  | {
      type: 'request-finished'
      visit: string
      result: RequestResult
      /** What follows: nothing left, the next request with this agent, or waiting for another. */
      then: 'served' | 'serving' | 'waiting'
    }
  | { type: 'times-marked-wrong'; visit: string }
  /** `standing`: it waits again from there; null: the visit ends. */
  | { type: 'visit-not-shown'; visit: string; standing?: number | null }
  | { type: 'visit-left'; visit: string; by: 'staff' | 'citizen' | 'mistake' }
  | { type: 'visit-brought-back'; visit: string; standing: number }
  | { type: 'visit-closed'; visit: string }
  /** By a manager, afterwards: it ended in this way at this time. Never an edit. */
  | {
      type: 'visit-corrected'
      visit: string
      to: 'served' | 'left' | 'no-show'
      /** UTC ms. */
      endedAt: number
      reason: string
    }
  | { type: 'visit-undone'; visit: string; undoes: number }

export type FactType = FactBody['type']
export type VisitFact = Extract<FactBody, { visit: string }>

export type ActorKind = 'staff' | 'device' | 'citizen' | 'system'

/** Who did it: an opaque id, never a name. */
export interface Actor {
  readonly kind: ActorKind
  readonly id: string
}

/** A fact as the journal keeps it. */
export interface Fact {
  /** Position in the office's stream, from 1, without gaps. */
  readonly seq: number
  /** When the office learned it, UTC ms; never before the fact before it. */
  readonly recordedAt: number
  /** When it happened, UTC ms; earlier than `recordedAt` only for what was written down offline. */
  readonly at: number
  readonly actor: Actor
  readonly body: FactBody
}

/** Version of the fact bodies written today. Older ones are brought up to date by `upcast`. */
export const FACT_VERSION = 2

/**
 * A stored body of version `version` of this office as a body of today. Throws on a version this
 * program does not know: guessing at history would be worse than not starting.
 */
export function upcast(version: number, body: FactBody, office: string): FactBody {
  if (version === FACT_VERSION) return body
  if (version !== 1) throw new Error(`Unknown fact version ${version}`)
  if (body.type === 'office-configured') {
    return { ...body, settings: settingsOfToday(body.settings, office) }
  }
  if (body.type === 'agent-stationed') {
    return { ...body, counterKinds: null, languages: null }
  }
  return body
}

/** The visit a fact is about, or null. */
export function visitOf(body: FactBody): string | null {
  return 'visit' in body ? body.visit : null
}
