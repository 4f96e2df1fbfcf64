// Whether the keyboard on the screen is wanted: on a screen large enough for it, until a key of a
// real one is pressed. A phone, or a page made twice as large, brings its own.
import { onMounted, ref, type Ref } from 'vue'

const HAS_ROOM = '(width >= 60rem)'

export function useScreenKeyboard(field: Readonly<Ref<HTMLElement | null>>) {
  const isWanted = ref(matchMedia(HAS_ROOM).matches)
  onMounted(() => {
    field.value?.addEventListener('keydown', ({ key }) => {
      if (key.length === 1) isWanted.value = false
    })
  })
  return isWanted
}

/** The text after a key of the keyboard on the screen; null erases the last character. */
export function typed(text: string, key: string | null): string {
  return key === null ? [...text].slice(0, -1).join('') : text + key
}
