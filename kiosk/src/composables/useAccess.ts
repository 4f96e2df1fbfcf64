// How one person wants the screen: more contrast, larger text, the controls within reach of somebody
// who sits. It holds until the next person begins.
import { reactive, watchEffect } from 'vue'

export const ACCESS_MODES = ['contrast', 'larger', 'reach'] as const
export type AccessMode = (typeof ACCESS_MODES)[number]
export type Access = Record<AccessMode, boolean>

export function useAccess(root: { dataset: DOMStringMap }) {
  const access = reactive<Access>({ contrast: false, larger: false, reach: false })
  watchEffect(() => {
    root.dataset.access = ACCESS_MODES.filter((mode) => access[mode]).join(' ')
  })
  return {
    access,
    toggle(mode: AccessMode): void {
      access[mode] = !access[mode]
    },
    reset(): void {
      for (const mode of ACCESS_MODES) access[mode] = false
    },
  }
}
