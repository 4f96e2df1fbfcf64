// Sends commands, one at a time. While one is under way no other starts; one that got no answer
// keeps its key, so that trying again does it once; whatever comes of it is told in one notice.
import { computed, shallowRef, type Ref } from 'vue'
import { ApiError, type Freshness, type Problem } from '#protocol'
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

export interface CommandOptions {
  readonly onSessionEnded: () => void
  readonly explain?: Explain
  /** Whether the server is heard: another object each time that it is. Without: not known. */
  readonly freshness?: Readonly<Ref<Freshness>>
  /** Ms, of a clock that only runs forward. */
  readonly now?: () => number
}

export interface Commands extends ReturnType<typeof createRunner> {
  /** Another runner, whose commands do not wait for those of this one. */
  another(own?: Partial<CommandOptions>): Commands
}

export function useCommands(options: CommandOptions): Commands {
  return {
    ...createRunner(options),
    another: (own = {}) => useCommands({ ...options, ...own }),
  }
}

function createRunner({
  onSessionEnded,
  explain = () => null,
  freshness,
  now = () => performance.now(),
}: CommandOptions) {
  const running = shallowRef<string | null>(null)
  const told = shallowRef<Notice | null>(null)
  /** What was known of the server when something could not be sent. */
  let unsentUnder: Freshness | undefined
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
    told.value = null
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
      unsentUnder = freshness?.value
      told.value = { is: 'problem', saying, retry: () => void run(command) }
    } else {
      keys.forget()
      const problem = error instanceof ApiError ? error.problem : null
      refuse((problem && explain(problem)) ?? { saying }, problem?.details?.visit)
    }
  }

  function tell(next: Notice | null): void {
    toldAt = now()
    told.value = next
  }
  function refuse(said: Pick<Notice, 'saying' | 'named'>, visit: unknown): void {
    const about = typeof visit === 'string' ? { about: visit } : {}
    tell({ is: 'problem', ...said, ...about })
  }

  /** That the server cannot be reached is told no longer than that is so. */
  const notice = computed<Notice | null>(() => {
    const { retry } = told.value ?? {}
    const heard = freshness?.value
    if (!retry || !heard?.isLive || heard === unsentUnder) return told.value
    return { is: 'status', saying: 'status.connectedAgain', retry }
  })

  /** What was told is no longer so: the state it was about has changed. */
  function outdate(): void {
    if (running.value !== null || told.value?.retry) return
    if (now() - toldAt >= CATCHES_UP_WITHIN) told.value = null
  }

  return {
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
      if (keys.pending !== null) told.value = null
      keys.forget()
      outdate()
    },
  }
}
