// The program around the page, if there is one. Everything works without it.
import { BRIDGE_NAME, type DeskBridge } from '../../bridge.ts'

export function bridge(): DeskBridge | null {
  return window[BRIDGE_NAME] ?? null
}
