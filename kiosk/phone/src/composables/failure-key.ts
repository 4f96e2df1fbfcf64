// Which sentence explains why something did not happen.
import type { Failure } from './useAct.ts'

const KNOWN = [
  'nobody-behind',
  'more-time-used',
  'move-not-allowed',
  'too-many-requests',
  'unreachable',
  'connected-again',
  'room-code-wrong',
  'joining-closed',
  'joining-full',
  'office-closed',
  'service-paused',
  'quota-reached',
] as const

export function failureKey(code: Failure): string {
  return `failed.${KNOWN.find((each) => each === code) ?? 'other'}`
}
