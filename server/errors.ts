// The one error class that becomes an answer: a code from the closed list, and what explains it.
import { PROBLEMS, type Problem, type ProblemCode } from './protocol/problems.ts'

export interface ErrorDetails {
  detail?: string
  fields?: Problem['fields']
  details?: Problem['details']
}

export class AppError extends Error {
  readonly code: ProblemCode
  readonly more: ErrorDetails

  constructor(code: ProblemCode, more: ErrorDetails = {}, options?: ErrorOptions) {
    super(more.detail ?? PROBLEMS[code].title, options)
    this.code = code
    this.more = more
  }

  get status(): number {
    return PROBLEMS[this.code].status
  }

  /** The problem as it is sent. */
  toProblem(requestId: string): Problem {
    const { title, status } = PROBLEMS[this.code]
    const { fields, details } = this.more
    return {
      type: `urn:guichet:problem:${this.code}`,
      title,
      status,
      code: this.code,
      detail: this.message,
      ...(fields ? { fields } : {}),
      ...(details ? { details } : {}),
      requestId,
    }
  }
}
