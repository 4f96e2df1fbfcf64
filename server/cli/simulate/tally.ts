// What became of everyone, as the server's answers told it: the account that is set beside the log
// and beside what SQL says.
import type { VisitAnswer } from '../../protocol/views.ts'
import type { Citizen } from './day.ts'

export type Ending = 'served' | 'left' | 'no-show'
export const ENDINGS = ['served', 'left', 'no-show'] as const

/** One visit of the day, times in ms of the server's clock. */
export interface Played {
  readonly citizen: Citizen
  readonly visit: string
  readonly arrivedAt: number
  calledAt: number | null
  begunAt: number | null
  endedAt: number | null
  ending: Ending | null
  /** How often the boards were to be told: calls and recalls. */
  timesCalled: number
}

export class Tally {
  readonly #played = new Map<string, Played>()

  arrived(citizen: Citizen, visit: string, arrivedAt: number): Played {
    const played: Played = {
      citizen,
      visit,
      arrivedAt,
      calledAt: null,
      begunAt: null,
      endedAt: null,
      ending: null,
      timesCalled: 0,
    }
    this.#played.set(visit, played)
    return played
  }

  find(visit: string): Played | undefined {
    return this.#played.get(visit)
  }

  all(): Played[] {
    return [...this.#played.values()]
  }
}

export function called(played: Played, { since }: VisitAnswer): void {
  played.calledAt ??= Date.parse(since)
  played.timesCalled += 1
}

export function begun(played: Played, { since }: VisitAnswer): void {
  played.begunAt = Date.parse(since)
}

export function ended(played: Played, ending: Ending, { since }: VisitAnswer): void {
  played.endedAt = Date.parse(since)
  played.ending = ending
}

/** Arrival to call, or to leaving for those who never were called, ms. */
export function waitOf({ arrivedAt, calledAt, endedAt }: Played): number {
  return (calledAt ?? endedAt ?? arrivedAt) - arrivedAt
}

export function serviceTimeOf({ begunAt, endedAt }: Played): number {
  return begunAt === null || endedAt === null ? 0 : endedAt - begunAt
}
