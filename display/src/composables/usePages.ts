// A list longer than its place, shown page by page, each long enough to be read.
import { computed, onScopeDispose, ref, type Ref } from 'vue'

/** How long a page stands, ms. */
const STANDS = 10_000

/** `each`: how many fit on a page. */
export function usePages<Item>(items: Readonly<Ref<readonly Item[]>>, each: () => number) {
  const turns = ref(0)
  const turning = setInterval(() => {
    turns.value += 1
  }, STANDS)
  onScopeDispose(() => {
    clearInterval(turning)
  })
  const pages = computed(() => Math.ceil(items.value.length / each()))
  const page = computed(() => (pages.value === 0 ? 0 : turns.value % pages.value))
  const shown = computed(() => items.value.slice(page.value * each(), (page.value + 1) * each()))
  return { page, pages, shown }
}
