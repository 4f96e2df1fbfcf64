// What a person is told when a number could not be given, by the problem's code.
import type { ApiError } from '#protocol'

export type FailureReason = 'unreachable' | 'busy' | 'unexpected' | 'withdrawn' | 'refused'

const REASONS: Partial<Record<ApiError['code'], FailureReason>> = {
  unreachable: 'unreachable',
  'server-stopping': 'unreachable',
  'database-busy': 'busy',
  'too-many-requests': 'busy',
  'service-unknown': 'withdrawn',
  'sign-in-needed': 'refused',
  'not-allowed': 'refused',
  'not-your-office': 'refused',
  'office-unknown': 'refused',
}

export function failureReason(code: ApiError['code']): FailureReason {
  return REASONS[code] ?? 'unexpected'
}
