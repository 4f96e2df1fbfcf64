// Which of the office's kiosks and boards need somebody, and why.
import type { DeviceHealth } from '#protocol'

/** `silent`: it has not said anything for longer than it does while it is well. */
export type Trouble = Exclude<DeviceHealth['printer'], 'none' | 'ready'> | 'silent'

export interface DeviceTrouble {
  readonly device: string
  readonly name: string
  readonly trouble: Trouble
  /** When it was heard last, UTC ms. */
  readonly heardAt: number
}

/** A device says how it is each minute: two missed, and a breath, ms. */
const SILENT_AFTER = 150_000
/** One that was heard last this long ago was switched off on purpose, as in the evening, ms. */
const FORGOTTEN_AFTER = 8 * 3_600_000

/** `now`: the office's clock, UTC ms. */
export function troublesOf(devices: readonly DeviceHealth[], now: number): DeviceTrouble[] {
  return devices.flatMap(({ device, name, printer, heardAt }) => {
    const at = Date.parse(heardAt)
    const trouble = troubleOf(printer, now - at)
    return trouble ? [{ device, name, trouble, heardAt: at }] : []
  })
}

function troubleOf(printer: DeviceHealth['printer'], silence: number): Trouble | null {
  if (silence > FORGOTTEN_AFTER) return null
  if (silence > SILENT_AFTER) return 'silent'
  return printer === 'none' || printer === 'ready' ? null : printer
}

/** The same devices, `health` in the place of what the same one said before. */
export function withHealth(
  devices: readonly DeviceHealth[],
  health: DeviceHealth,
): readonly DeviceHealth[] {
  const others = devices.filter(({ device }) => device !== health.device)
  return others.length === devices.length
    ? [...devices, health]
    : devices.map((each) => (each.device === health.device ? health : each))
}
