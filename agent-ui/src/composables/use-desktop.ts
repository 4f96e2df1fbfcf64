// How the desk sits on this computer: as its bar or whole, telling of arrivals, in its program.
import { useDesktopBar } from './use-desktop-bar.ts'
import { useDesktopProgram, type DeskParts } from './use-desktop-program.ts'
import { useNotify } from './use-notify.ts'

/** `needsRoom` says whether something is open that the bar has no room for. */
export function useDesktop(parts: DeskParts & { readonly needsRoom: () => boolean }) {
  return {
    ...useDesktopBar(parts.needsRoom),
    ...useDesktopProgram(parts),
    notify: useNotify(parts),
  }
}
