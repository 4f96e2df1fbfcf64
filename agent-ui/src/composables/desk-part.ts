// What every larger part of the desk is given: the same six things, so that parts are alike.
import type { Api, Me } from '#protocol'
import type { Desk } from './desk-rows.ts'
import type { Answered } from './newest.ts'
import type { Commands } from './use-commands.ts'

export interface DeskPart {
  readonly api: Api
  readonly me: Me
  /** Code of the office. */
  readonly office: string
  readonly desk: Desk
  readonly commands: Commands
  /** Shows what a command answered, until the live view is as new. */
  show(answer: Answered): void
}
