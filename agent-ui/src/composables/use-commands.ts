// Sends commands, one at a time. While one is under way no other starts; one that got no answer
// keeps its key, so that trying again does it once; whatever comes of it is told in one notice.
import { computed, shallowRef } from 'vue'
import { ApiError, type Problem } from '#protocol'
import type { Saying } from '../i18n.ts'
import { problemKey } from './problem-key.ts'
import { createRetryKey } from './retry-key.ts'

export interface Notice {
  /** A status is told calmly; a problem stands out. */
  readonly is: 'status' | 'problem'
  readonly saying: Saying
  readonly named?: Record<string, string | number>
  readonly retry?: () => void
  /** The visit that a refusal is about, if it names one. */
  readonly about?: string
}

/** A screen may learn what a notice was about only after it is told: what changes sooner, in ms, is that. */
export const CATCHES_UP_WITHIN = 1_000

export interface Command<Answer> {
  /** What is wanted, in full: the same text means the same wish. */
  readonly intent: string
  send(key: string): Promise<Answer>
  done?(answer: Answer): void
}

/** A problem in words of this office; null: the general sentence will do. */
type Explain = (problem: Problem) => Pick<Notice, 'saying' | 'named'> | null

/** `now`: ms, of a clock that only runs forward. */
export function useCommands(
  onSessionEnded: () => void,
  explain: Explain = () => null,
  now: () => number = () => performance.now(),
) {
  const running = shallowRef<string | null>(null)
  const notice = shallowRef<Notice | null>(null)
  const keys = createRetryKey()
  let hasMovedOn = false
  let wasDone = false
  let toldAt = 0

  /** Whether it was done: an answer came, and it was no refusal. */
  async function run<Answer>(command: Command<Answer>): Promise<boolean> {
    if (running.value !== null) return false
    const { intent } = command
    const key = keys.keyFor(intent)
    hasMovedOn = false
    wasDone = false
    running.value = intent
    notice.value = null
    try {
      const answer = await command.send(key)
      keys.forget()
      command.done?.(answer)
      wasDone = true
      return true
    } catch (error) {
      fail(error, command, key)
      return false
    } finally {
      running.value = null
    }
  }

  function fail<Answer>(error: unknown, command: Command<Answer>, key: string): void {
    const code = error instanceof ApiError ? error.code : 'other'
    if (code === 'sign-in-needed') return onSessionEnded()
    const saying = problemKey(code)
    if (code === 'unreachable') {
      // What was wanted, or something else, has been seen to happen meanwhile.
      if (hasMovedOn) return
      keys.keep(command.intent, key)
      notice.value = { is: 'problem', saying, retry: () => void run(command) }
    } else {
      keys.forget()
      const problem = error instanceof ApiError ? error.problem : null
      refuse((problem && explain(problem)) ?? { saying }, problem?.details?.visit)
    }
  }

  function tell(next: Notice | null): void {
    toldAt = now()
    notice.value = next
  }
  function refuse(said: Pick<Notice, 'saying' | 'named'>, visit: unknown): void {
    const about = typeof visit === 'string' ? { about: visit } : {}
    tell({ is: 'problem', ...said, ...about })
  }

  /** What was told is no longer so: the state it was about has changed. */
  function outdate(): void {
    if (running.value !== null || notice.value?.retry) return
    if (now() - toldAt >= CATCHES_UP_WITHIN) notice.value = null
  }

  return {
    /** With these, another runner can be made, whose commands do not wait for those of this one. */
    onSessionEnded,
    explain,
    /** The intent under way. */
    running,
    isBusy: computed(() => running.value !== null),
    /** Whether the last command was done, and neither refused nor lost. */
    wasDone: () => wasDone,
    notice,
    run,
    tell,
    outdate,
    /** The situation is another one: an unanswered command is no longer what is wanted. */
    moveOn(): void {
      hasMovedOn = true
      if (running.value !== null) return
      if (keys.pending !== null) notice.value = null
      keys.forget()
      outdate()
    },
  }
}

export type Commands = ReturnType<typeof useCommands>
