// Which sentence explains to staff why the server refuses this device.
import type { ProblemCode } from '#protocol'

export function refusalReason(code: ProblemCode): 'token' | 'office' | 'old' | 'other' {
  if (code === 'sign-in-needed') return 'token'
  if (code === 'not-your-office' || code === 'office-unknown') return 'office'
  return code === 'contract-too-old' ? 'old' : 'other'
}
