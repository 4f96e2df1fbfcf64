// Which sentence explains why something did not happen.
import type { ApiError } from '#protocol'

const KNOWN = [
  'nobody-behind',
  'more-time-used',
  'move-not-allowed',
  'too-many-requests',
  'unreachable',
  'room-code-wrong',
  'joining-closed',
  'joining-full',
  'office-closed',
  'service-paused',
  'quota-reached',
] as const

export function failureKey(code: ApiError['code']): string {
  return `failed.${KNOWN.find((each) => each === code) ?? 'other'}`
}
