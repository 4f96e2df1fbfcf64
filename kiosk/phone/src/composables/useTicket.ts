// One ticket, live: its row, how fresh it is, and whether its link still follows anything.
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { watchTicket, type TicketView } from '#protocol'

/** `since` is by the server's clock, ms; null when nothing was ever heard. */
export interface Freshness {
  isLive: boolean
  since: number | null
}

export function useTicket(token: string, first: TicketView | null) {
  const view = shallowRef<TicketView | null>(first)
  const isGone = ref(first === null)
  const isOld = ref(false)
  // The page came with the view: it is as fresh as that until the connection says more.
  const freshness = ref<Freshness>({ isLive: true, since: first ? Date.parse(first.at) : null })

  const live = watchTicket(token, {
    onView(next) {
      view.value = next
      isGone.value = false
    },
    onFreshness({ isLive, lastHeard }) {
      const since = lastHeard === null ? freshness.value.since : live.now(lastHeard)
      freshness.value = { isLive, since }
    },
    onRefused({ code }) {
      if (code === 'ticket-unknown') isGone.value = true
      if (code === 'contract-too-old') isOld.value = true
    },
  })
  onScopeDispose(() => {
    live.stop()
  })

  const ticket = computed(() => (isGone.value ? null : (view.value?.rows[0] ?? null)))
  /** Shows what a command answered, unless something newer is known already. */
  function show(answered: TicketView): void {
    if (
      view.value &&
      answered.office === view.value.office &&
      answered.version < view.value.version
    )
      return
    view.value = { ...answered, version: view.value?.version ?? answered.version }
  }
  return { ticket, freshness, isOld, show, now: () => live.now() }
}
