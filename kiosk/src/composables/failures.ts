// What a person is told when a number could not be given, by the problem's code.
import type { ApiError } from '#protocol'

/** Not a fault: the office does not give this ticket now. */
export type NotOfferedReason = 'withdrawn' | 'closed' | 'paused' | 'full'
export type FailureReason = 'unreachable' | 'busy' | 'unexpected' | NotOfferedReason | 'refused'

const REASONS: Partial<Record<ApiError['code'], FailureReason>> = {
  unreachable: 'unreachable',
  'server-stopping': 'unreachable',
  'database-busy': 'busy',
  'too-many-requests': 'busy',
  'service-unknown': 'withdrawn',
  'service-withdrawn': 'withdrawn',
  'office-closed': 'closed',
  'service-paused': 'paused',
  'quota-reached': 'full',
  'sign-in-needed': 'refused',
  'not-allowed': 'refused',
  'not-your-office': 'refused',
  'office-unknown': 'refused',
}

export function failureReason(code: ApiError['code']): FailureReason {
  return REASONS[code] ?? 'unexpected'
}

export function isNotOffered(reason: FailureReason): reason is NotOfferedReason {
  return ['withdrawn', 'closed', 'paused', 'full'].includes(reason)
}
