// The title of the window says where the desk is, so that it can be read from another window.
import { watchEffect } from 'vue'

export function usePageTitle(title: () => string): void {
  watchEffect(() => {
    document.title = title()
  })
}
