// What the desk screen shows, worked out from the live view: the visit at the counter, the lists,
// and who is chosen in them.
import { computed, shallowRef, watch, type Ref } from 'vue'
import type { CounterRow, DeskVisit, Me } from '#protocol'
import { primaryFor, type Situation } from './desk-moves.ts'
import { longestWait, openVisitOf, waitingFor, type Desk } from './desk-rows.ts'
import { heldFor } from './held-list.ts'
import type { Commands } from './use-commands.ts'

export function useDesk(
  desk: Readonly<Ref<Desk>>,
  counter: Readonly<Ref<CounterRow>>,
  me: Me,
  commands: Commands,
) {
  const visit = computed(() => openVisitOf(desk.value, me.id))
  const situation = computed<Situation>(() => ({ counter: counter.value, visit: visit.value }))
  const hasReception = computed(() => desk.value.office?.reception ?? true)

  const isAllShown = shallowRef(false)
  const mine = computed(() => waitingFor(desk.value, counter.value))
  const listed = computed(() => (isAllShown.value ? desk.value.waiting : mine.value))

  const chosenId = shallowRef<string | null>(null)
  const chosen = computed<DeskVisit | null>(() => {
    const row = chosenId.value === null ? undefined : desk.value.visits.get(chosenId.value)
    return row && (row.state === 'waiting' || row.state === 'held') ? row : null
  })
  watch(chosen, (now, before) => {
    if (now || !before || chosenId.value !== before.id) return
    chosenId.value = null
    if (commands.isBusy.value) return
    commands.tell({ is: 'status', saying: 'queue.gone', named: { ticket: before.ticket } })
  })

  // Another situation: a command that got no answer is no longer what is wanted.
  watch(
    () => [visit.value?.id, visit.value?.state, visit.value?.timesCalled, visit.value?.current],
    () => {
      commands.moveOn()
    },
  )
  // What a refusal was about is in another state, or with somebody else.
  const refused = computed(() => desk.value.visits.get(commands.notice.value?.about ?? ''))
  watch([() => refused.value?.state, () => refused.value?.agent], () => {
    commands.outdate()
  })

  return {
    visit,
    situation,
    /** Whether people wait in a queue here; else they go straight to service. */
    hasReception,
    primary: computed(() => primaryFor(situation.value, hasReception.value)),
    /** Waiting, and taken by this agent; in the order they would be called. */
    mine,
    listed,
    held: computed(() => heldFor(desk.value.held, me.id)),
    longest: computed(() => longestWait(mine.value)),
    isAllShown,
    chosen,
    choose(id: string | null): void {
      chosenId.value = id
    },
  }
}

export type DeskState = ReturnType<typeof useDesk>
