// The card that another system shows to whoever serves. It is not in the live rows, to keep those
// small: it is asked for when the person comes to this counter, and again with each row of theirs,
// since a card that was replaced changes nothing else in it.
import { shallowRef, watch } from 'vue'
import type { Api, ContextCard, DeskVisit } from '#protocol'

export function useContextCard(api: Pick<Api, 'visit'>, visit: () => DeskVisit) {
  const card = shallowRef<ContextCard | null>(null)
  const hasFailed = shallowRef(false)
  let asked = 0

  /** Of several answers under way, the one asked for last counts. */
  async function load(): Promise<void> {
    const mine = (asked += 1)
    try {
      const answer = await api.visit(visit().id)
      if (mine !== asked) return
      card.value = answer.card ?? null
      hasFailed.value = false
    } catch {
      if (mine === asked) hasFailed.value = true
    }
  }
  watch(visit, load, { immediate: true })

  return { card, hasFailed, load }
}
