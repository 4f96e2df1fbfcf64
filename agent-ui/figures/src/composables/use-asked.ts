// What the server is asked for when the address changes: the answer stays, dimmed, until the next one
// is there; an answer that comes after another question is dropped.
import { shallowRef, watch, type ShallowRef } from 'vue'
import { ApiError } from '#protocol'
import type { TroubleCode } from '../../../src/composables/problem-key.ts'
import { useViewer } from './viewer.ts'

export interface Asked<T> {
  readonly value: Readonly<ShallowRef<T | null>>
  readonly isAsking: Readonly<ShallowRef<boolean>>
  /** Why there is no answer. */
  readonly problem: Readonly<ShallowRef<TroubleCode | null>>
  again(): Promise<void>
}

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

  async function again(): Promise<void> {
    const asked = question()
    if (asked === null) return
    latest += 1
    const mine = latest
    isAsking.value = true
    try {
      const answer = await ask(asked)
      if (mine !== latest) return
      value.value = answer
      problem.value = null
    } catch (error) {
      if (mine !== latest) return
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'sign-in-needed') viewer.sessionEnded()
      // Figures of another question would pass for an answer to this one.
      if (error.code !== 'unreachable') value.value = null
      problem.value = error.code
    } finally {
      if (mine === latest) isAsking.value = false
    }
  }
  watch(() => JSON.stringify(question()), again, { immediate: true })
  return { value, isAsking, problem, again }
}
