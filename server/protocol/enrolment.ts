// How a new kiosk or display comes in: it asks for a code, shows it, and waits until somebody has
// approved it. A code that has expired is replaced, a server that is gone is asked again.
import { ApiError, type Api } from './api.ts'
import type { Enrolment, EnrolmentAnswer } from './device-contract.ts'

export type Enrolled = Extract<EnrolmentAnswer, { is: 'approved' }>

export interface EnrolOptions {
  /** Waits longer for an answer than a server holds one: 30 s. */
  readonly api: Pick<Api, 'askEnrolment' | 'awaitEnrolment'>
  readonly kind: 'kiosk' | 'display'
  /** The code to show, null: none yet; and whether the server could be reached just now. */
  onCode(code: string | null, isReachable: boolean): void
  /** Resolves after so many ms. */
  pause(ms: number): Promise<void>
  /** Ends it. */
  readonly signal: AbortSignal
}

const AFTER_A_CUT = 3_000
const WHEN_TOO_MANY = 30_000

/** Null when it was ended. */
export async function enrolDevice(options: EnrolOptions): Promise<Enrolled | null> {
  const { api, kind, onCode, pause, signal } = options
  let enrolment: Enrolment | null = null
  while (!signal.aborted) {
    try {
      enrolment ??= await api.askEnrolment({ kind })
      onCode(enrolment.code, true)
      const answer = await api.awaitEnrolment({ secret: enrolment.secret })
      if (answer.is === 'approved') return answer
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'enrolment-unknown') enrolment = null
      else {
        onCode(enrolment?.code ?? null, error.problem !== null)
        await pause(error.code === 'too-many-requests' ? WHEN_TOO_MANY : AFTER_A_CUT)
      }
    }
  }
  return null
}

/** As it is read aloud and typed: in two halves. */
export function inHalves(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}
