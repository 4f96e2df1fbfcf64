// What the server is asked for when the address changes: the answer stays, dimmed, until the next one
// is there; an answer that comes after another question is dropped, and so is an old one to which no
// new one comes.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { ApiError } from '#protocol'
import type { TroubleCode } from '../../../src/composables/problem-key.ts'
import { useViewer } from './viewer.ts'

export interface Asked<T> {
  readonly value: Readonly<ShallowRef<T | null>>
  readonly isAsking: Readonly<ShallowRef<boolean>>
  /** Why there is no answer. */
  readonly problem: Readonly<ShallowRef<TroubleCode | null>>
  /** Asks again, and for all else on the page that the server was not there to answer. */
  again(): Promise<void>
}

/** Those of the page that the server was not there to answer. */
const unanswered = new Set<() => Promise<void>>()

/** Asks at once, and again whenever `question` is another. Null: there is nothing to ask. */
export function useAsked<Q, T>(
  question: () => Q | null,
  ask: (question: Q) => Promise<T>,
): Asked<T> {
  const viewer = useViewer()
  const value = shallowRef<T | null>(null)
  const isAsking = shallowRef(false)
  const problem = shallowRef<TroubleCode | null>(null)
  let latest = 0
  /** The question that `value` answers. */
  let answered: string | null = null

  async function askNow(): Promise<void> {
    const asked = question()
    if (asked === null) return
    latest += 1
    const mine = latest
    isAsking.value = true
    try {
      const answer = await ask(asked)
      if (mine !== latest) return
      value.value = answer
      answered = JSON.stringify(asked)
      problem.value = null
      unanswered.delete(askNow)
    } catch (error) {
      if (mine !== latest) return
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'sign-in-needed') viewer.sessionEnded()
      const isAway = error.code === 'unreachable'
      // Figures of another question would pass for an answer to this one.
      if (!isAway || answered !== JSON.stringify(asked)) value.value = null
      problem.value = error.code
      if (isAway) unanswered.add(askNow)
      else unanswered.delete(askNow)
    } finally {
      if (mine === latest) isAsking.value = false
    }
  }
  async function again(): Promise<void> {
    const all = new Set([askNow, ...unanswered])
    unanswered.clear()
    await Promise.all([...all].map((each) => each()))
  }
  function onOnline(): void {
    if (unanswered.has(askNow)) void askNow()
  }
  watch(() => JSON.stringify(question()), askNow, { immediate: true })
  window.addEventListener('online', onOnline)
  onScopeDispose(() => {
    latest += 1
    unanswered.delete(askNow)
    window.removeEventListener('online', onOnline)
  })
  return { value, isAsking, problem, again }
}
