// The desk in one line: in the window's title for who looks at another program, and spoken whenever
// another person or state is at the counter, or the person there is called again.
import { computed, type Ref } from 'vue'
import type { DeskVisit } from '#protocol'
import { useWords } from '../i18n.ts'
import { spokenOf } from './no-show.ts'
import { useOfficeWords } from './use-office-words.ts'
import { usePageTitle } from './use-page-title.ts'

/** `visit` is at the counter; `mine` wait for this agent. Returns what a screen reader is told. */
export function useDeskTitle(
  visit: Readonly<Ref<DeskVisit | null>>,
  mine: Readonly<Ref<readonly DeskVisit[]>>,
): Readonly<Ref<string>> {
  const words = useWords()
  const { say } = words
  const office = useOfficeWords()
  const named = ({ ticket, state }: DeskVisit) => ({ ticket, state: say(`states.${state}`) })
  usePageTitle(() =>
    visit.value
      ? say('title.visit', named(visit.value))
      : say('title.waiting', { count: mine.value.length }),
  )
  return computed(() => spokenOf(visit.value, office.rules.value, words))
}
