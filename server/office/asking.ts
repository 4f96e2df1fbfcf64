// What is asked of the door, and what it answers.
import type { Command } from '../domain/commands.ts'
import type { Fact } from '../domain/facts.ts'
import type { Circumstances } from '../domain/deciding.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { OfficeState } from '../domain/state.ts'
import type { People, Person } from '../db/people.ts'

export interface Ask {
  readonly office: string
  readonly command: Command
  readonly by: Omit<Circumstances, 'now'>
  /** Given by the asker: the same key again is the same command again, and changes nothing. */
  readonly key?: { readonly value: string; readonly bodyHash: string }
  /** What to write about the person of `command.visit`; fields left out stay. */
  readonly person?: Partial<Person>
}

/** An office as committed: what every view and answer is made from. */
export interface Snapshot {
  readonly state: OfficeState
  readonly people: People
}

export type Answer =
  | {
      ok: true
      /** The visit it was about; null when there was none, or nobody to call. */
      visit: string | null
      /** Seq of its last fact: the version at which it had happened. */
      seq: number
      facts: readonly Fact[]
      /** The office once it was committed, or as it is now if it was remembered by its key. */
      office: Snapshot
      remembered: boolean
    }
  | { ok: false; refusal: Refusal }
  | { ok: false; keyReused: true }

/** Told after each commit, in order of the office's stream. */
export interface Commit {
  readonly office: string
  readonly before: Snapshot
  readonly after: Snapshot
  readonly facts: readonly Fact[]
}

export type { Person }
