// Why somebody was called, as one sentence: the office's rule that put them first, and whoever had
// arrived earlier and waits on.
import type { VisitAnswer } from '#protocol'

type Reason = NonNullable<VisitAnswer['reason']>

export interface CallReason {
  readonly saying: `reasons.${Reason['rule']}`
  readonly named: { readonly minutes: number; readonly class: string }
  /** How many who arrived earlier wait on. */
  readonly passedOver: number
}

/** `visit` was called for `reason`; `nameOf` knows the office's word for a class. */
export function callReason(
  reason: Reason,
  visit: { readonly priority: string },
  nameOf: (code: string) => string,
): CallReason {
  return {
    saying: `reasons.${reason.rule}`,
    named: { minutes: reason.minutes ?? 0, class: nameOf(reason.class ?? visit.priority) },
    passedOver: reason.passedOver,
  }
}
