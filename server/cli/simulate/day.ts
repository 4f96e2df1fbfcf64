// A day as it is planned: who comes when, what for, how patient they are, how long it will take;
// who works when and what they take. Plain data, drawn from chance or read from a log; nothing here
// knows how it is played.
import type { Language } from '../../domain/settings.ts'
import type { Instant } from './scheduler.ts'

/** From (included) to (excluded). */
export interface Interval {
  readonly from: Instant
  readonly to: Instant
}

export interface Citizen {
  readonly arrivesAt: Instant
  readonly service: string
  readonly priority: string
  readonly language: Language
  /** How long they wait before they leave, ms; null: as long as it takes. */
  readonly patience: number | null
  /** From being called to sitting down, ms. */
  readonly walk: number
  readonly serviceTime: number
  readonly comesWhenCalled: boolean
}

export interface AgentPlan {
  /** Codes of the services they take; null: all. */
  readonly services: readonly string[] | null
  /** When they work, in order; between two of these they are on a break. At least one. */
  readonly work: readonly Interval[]
}

export interface Day {
  readonly citizens: readonly Citizen[]
  readonly agents: readonly AgentPlan[]
  /** Someone nobody planned for: a ticket taken at the kiosk by whoever watches. */
  stranger(service: string): Citizen
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
