// Answers that one page asks for at once: what went wrong with several of them is said once, above them
// all, and not again in each. It is said once every answer is there, and until the first of them comes right.
import { computed, shallowRef, watchEffect, type ComputedRef } from 'vue'
import type { TroubleCode } from '../../../src/composables/problem-key.ts'
import type { Asked } from './use-asked.ts'

export interface Together {
  /** What went wrong with more than one, and still does; null: nothing. */
  readonly problem: ComputedRef<TroubleCode | null>
  /** Whether any of those shows what was there before. */
  readonly isOld: ComputedRef<boolean>
  /** One of them, which says what went wrong with it alone. */
  part<T>(asked: Asked<T>): Asked<T>
  /** Whether one of them has nothing to show, for the reason that is said above. */
  isGone(asked: Asked<unknown>): boolean
  /** Asks for all again that went wrong. */
  again(): Promise<void>
}

export function useTogether(all: readonly Asked<unknown>[]): Together {
  const told = shallowRef<ReadonlyMap<Asked<unknown>, TroubleCode>>(new Map())
  watchEffect(() => {
    const problems = all.flatMap((each): [Asked<unknown>, TroubleCode][] =>
      each.problem.value === null ? [] : [[each, each.problem.value]],
    )
    if (!all.some(({ isAsking }) => isAsking.value)) told.value = new Map(problems)
  })
  const shared = computed(() => {
    const codes = [...told.value.values()]
    return codes.find((code, index) => codes.indexOf(code) < index) ?? null
  })
  const isShared = (asked: Asked<unknown>): boolean =>
    shared.value !== null && told.value.get(asked) === shared.value
  const problem = computed(() => {
    const isOver = all.some((each) => isShared(each) && each.problem.value === null)
    return isOver ? null : shared.value
  })

  return {
    problem,
    isOld: computed(() => all.some((each) => isShared(each) && each.value.value !== null)),
    part: (asked) => ({
      ...asked,
      problem: computed(() => (isShared(asked) ? null : (told.value.get(asked) ?? null))),
    }),
    isGone: (asked) => problem.value !== null && isShared(asked) && asked.value.value === null,
    async again() {
      await Promise.all([...told.value.keys()].map((each) => each.again()))
    },
  }
}
