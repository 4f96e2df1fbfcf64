// The kiosk refuses by itself as its server would.
import { ApiError, type ProblemCode } from '#protocol'

export function notGiven(code: ProblemCode): ApiError {
  return new ApiError({
    type: `urn:guichet:problem:${code}`,
    title: 'Refused by the kiosk, which is cut off',
    status: 409,
    code,
    detail: 'By what the kiosk last heard of its office',
    requestId: '',
  })
}
