// Which code a board shows, as a path that a phone's camera opens.
import type { Clock } from '../../clock.ts'
import type { Door } from '../../office/door.ts'
import type { RoomCodeShown } from '../../protocol/events.ts'
import type { RoomCodes } from './room-codes.ts'

/** Says the code of an office now; null where nobody joins by phone. */
export function roomCodeOf(
  door: Pick<Door, 'loaded'>,
  codes: RoomCodes,
  clock: Clock,
): (office: string) => RoomCodeShown | null {
  return (office) => {
    const found = door.loaded().find(({ state }) => state.office === office)
    if (!found?.state.settings?.joining) return null
    const { code, until } = codes.codeOf(office, clock.now())
    return { office, path: `/join/${office}/${code}`, until: new Date(until).toISOString() }
  }
}
