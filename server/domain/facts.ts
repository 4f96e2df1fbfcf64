// Facts: what happened in an office, in order. The journal is made of these and of nothing else.
// They hold codes and ids, never names, contacts, notes or answers.
import type { OfficeSettings, Language, Priority } from './settings.ts'
import type { TicketNumber } from './ticket-number.ts'

export const CHANNELS = ['in-person', 'phone', 'video', 'chat', 'email', 'back-office'] as const
export type Channel = (typeof CHANNELS)[number]

export const ARRIVED_VIA = ['kiosk', 'phone', 'greeter', 'program'] as const
export type ArrivedVia = (typeof ARRIVED_VIA)[number]

export const AVAILABILITIES = ['available', 'break', 'away', 'back-office'] as const
export type Availability = (typeof AVAILABILITIES)[number]

export const PLACES = ['kept', 'first', 'last'] as const
export type Place = (typeof PLACES)[number]

/** Why this visit was called and no other: stored with the call. */
export interface CallReason {
  readonly rule: 'longest-wait' | 'priority' | 'returned' | 'chosen'
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

export type FactBody =
  | { type: 'office-configured'; settings: OfficeSettings }
  | { type: 'agent-stationed'; agent: string; counter: string; services: readonly string[] | null }
  | { type: 'agent-availability-changed'; agent: string; availability: Availability }
  | { type: 'agent-signed-off'; agent: string }
  | {
      type: 'visit-arrived'
      visit: string
      number: TicketNumber
      requests: readonly AskedFor[]
      language: Language
      priority: Priority
      via: ArrivedVia
    }
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
  | { type: 'request-added'; visit: string; request: AskedFor }
  | { type: 'request-switched'; visit: string; request: number }
  | { type: 'request-changed'; visit: string; request: number; to: AskedFor }
  | { type: 'priority-changed'; visit: string; priority: Priority }
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
  | { type: 'visit-not-shown'; visit: string }
  | { type: 'visit-left'; visit: string; by: 'staff' | 'citizen' | 'mistake' }
  | { type: 'visit-brought-back'; visit: string; standing: number }
  | { type: 'visit-closed'; visit: string }
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
  /** When it happened, UTC ms; earlier than `recordedAt` only for arrivals made offline. */
  readonly at: number
  readonly actor: Actor
  readonly body: FactBody
}

/** Version of the fact bodies written today. Older ones are brought up to date by `upcast`. */
export const FACT_VERSION = 1

/**
 * A stored body of version `version` as a body of today. Throws on a version this program does not
 * know: guessing at history would be worse than not starting.
 */
export function upcast(version: number, body: FactBody): FactBody {
  if (version !== FACT_VERSION) throw new Error(`Unknown fact version ${version}`)
  return body
}

/** The visit a fact is about, or null. */
export function visitOf(body: FactBody): string | null {
  return 'visit' in body ? body.visit : null
}
