// Which screen stands there, of what is known and how far one person has come.
import type { IntakeRow } from '#protocol'
import type { FailureReason } from './failures.ts'
import type { Step } from './useCheckIn.ts'

export type Screen = Step | 'refused' | 'loading' | 'nothing' | 'closed'

/** Nobody has chosen a language yet, or it is not a citizen who must read this. */
const BILINGUAL: readonly Screen[] = ['welcome', 'refused', 'loading', 'nothing', 'closed']

export interface Standing {
  readonly step: Step
  readonly isSending: boolean
  readonly failure: FailureReason | null
  readonly isRefused: boolean
  readonly isLoaded: boolean
  readonly offersSomething: boolean
  readonly intake: Pick<IntakeRow, 'isOpen'> | null
}

/**
 * The office gives no tickets now. Whoever was asked for a number already hears of it first, and can
 * ask again: the number may have been given and only its answer lost.
 */
export function isShutFor({ intake, isSending, step, failure }: Standing): boolean {
  if (intake?.isOpen !== false || isSending) return false
  return step !== 'failed' || failure === 'closed'
}

export function screenOf(standing: Standing): Screen {
  const { step, failure } = standing
  if (standing.isRefused) return 'refused'
  if (!standing.isLoaded) return 'loading'
  if (step === 'ticket') return 'ticket'
  if (step === 'failed' && failure === 'refused') return 'refused'
  if (!standing.offersSomething) return 'nothing'
  return isShutFor(standing) ? 'closed' : step
}

export function isBilingual(screen: Screen): boolean {
  return BILINGUAL.includes(screen)
}
