// One day's rollups: the finest from its visits, all others from that, and rollups as they are kept back
// into cells.
import type { Database } from '../../../db/connect.ts'
import type { Rollup } from '../../../db/rollups.ts'
import { groupNames } from '../../../domain/figures/agent-groups.ts'
import { Cells } from '../../../domain/figures/cells.ts'
import {
  Coarser,
  DAY_GRAINS,
  FINEST,
  GROUP_DAY_GRAINS,
  sourceOf,
  type DayGrain,
  type Grain,
} from '../../../domain/figures/coarser.ts'
import { emptyFloorRow, floorOf, type FloorRow } from '../../../domain/figures/floor.ts'
import { cellsOfDay, type DayCells, type DayParts } from '../../../domain/figures/of-day.ts'
import { pack, unpack } from '../../../domain/figures/pack.ts'
import { groupsOf } from '../agent-group-store.ts'

/** The name of each agent's group; those who are in none are not there. */
export type GroupNames = ReadonlyMap<string, string>

export async function groupNamesOf(db: Database, office: string): Promise<GroupNames> {
  return groupNames((await groupsOf(db.reader, [office])).get(office)?.groups ?? [])
}

/** The rollups of one day, all that are made of days, one after another. */
export function* rollupsOf(office: string, parts: DayParts, groups: GroupNames): Generator<Rollup> {
  const grains = [...DAY_GRAINS, ...(groups.size > 0 ? GROUP_DAY_GRAINS : [])]
  yield* rowsOfDay(office, parts.day, cellsOfDay(parts, true), { grains, groups })
}

export interface Wanted<Of extends Grain> {
  readonly grains: readonly Of[]
  readonly groups: GroupNames
}

export function* rowsOfDay(
  office: string,
  day: string,
  finest: DayCells,
  { grains, groups }: Wanted<DayGrain>,
): Generator<Rollup> {
  const made = new Map<Grain, DayCells>([[FINEST, finest]])
  for (const grain of grains) {
    const source = made.get(sourceOf(grain)) ?? finest
    const { cells, floors } = made.get(grain) ?? coarser(grain, source, day, groups)
    made.set(grain, { cells, floors })
    const bytes = pack(cells.all(), floors)
    yield { office_id: office, grain, start: day, part: '', holds: '', cells: bytes }
  }
}

function coarser(grain: Grain, source: DayCells, day: string, groups: GroupNames): DayCells {
  const to = new Coarser(grain, groups)
  to.add(source, day)
  return to
}

/** What a rollup of a day holds. */
export function unpacked(bytes: Uint8Array): DayCells {
  const cells = new Cells()
  const rows = new Map<number, FloorRow>()
  unpack(bytes, {
    wantsService: () => true,
    sumsFor: (kind) => ({ at: (slot) => cells.at({ ...kind, slot }) }),
    floorFor(slot) {
      const row = emptyFloorRow()
      rows.set(slot, row)
      return row
    },
  })
  return { cells, floors: new Map([...rows].map(([slot, row]) => [slot, floorOf(row)])) }
}
