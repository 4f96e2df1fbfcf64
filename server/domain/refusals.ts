// Why a command is refused by the rules. A refusal is a value: nothing has changed, and the code
// says what to tell the person who asked.

export const REFUSAL_CODES = [
  'office-not-configured',
  'settings-in-use',
  'service-unknown',
  'service-withdrawn',
  'office-closed',
  'service-paused',
  'quota-reached',
  'joining-closed',
  'joining-full',
  'more-time-used',
  'nobody-behind',
  'priority-unknown',
  'counter-kind-unknown',
  'reason-unknown',
  'outcome-needed',
  'outcome-unknown',
  'agent-unknown',
  'alarm-unknown',
  'board-unknown',
  'notice-unknown',
  'medium-unknown',
  'recording-unknown',
  'voice-pack-unknown',
  'room-full',
  'playlist-incomplete',
  'counter-unknown',
  'counter-taken',
  'counter-needed',
  'agent-busy',
  'agent-not-available',
  'visit-unknown',
  'visit-with-other-agent',
  'visit-not-for-you',
  'move-not-allowed',
  'request-unknown',
  'reorder-impossible',
  'number-taken',
  'times-impossible',
  'same-office',
  'office-closed-to-transfer',
  'nothing-to-undo',
  'undo-too-late',
  'undo-not-yours',
  'undo-overtaken',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export interface Refusal {
  readonly code: RefusalCode
  /** Codes and ids that explain it; never personal data. */
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>
}

/** Thrown inside `decide` only, and turned into a value at its edge. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(code: RefusalCode, details?: Refusal['details']) {
    super(code)
    this.refusal = details ? { code, details } : { code }
  }
}
