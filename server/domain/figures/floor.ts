// What goes on in an office at an instant, half hour by half hour: how many visits are there, how many
// counters are open, what agents do. Means over time are sums of stretches; the most is looked for.
import type { SegmentState } from '../segments.ts'
import type { Visit } from '../visit.ts'
import type { AgentSegment } from './agent-day.ts'
import { indexAt, type DaySlot } from './day-slots.ts'
import { DOINGS } from './keys.ts'
import { isOpenFor } from './open-counters.ts'

/** Sums are ms, the most are how many. The order is that of packed floors: only ever add at the end. */
export const FLOOR_SUMS = [
  /** Of the half hours in which anything went on, their whole lengths. */
  ...(['atWork', 'here', 'waiting', 'open'] as const),
  ...(['doorCounts', 'doorPeople'] as const),
  ...DOINGS,
] as const
export const FLOOR_MOSTS = ['mostHere', 'mostWaiting', 'mostOpen'] as const

export interface Floor {
  readonly sums: Record<(typeof FLOOR_SUMS)[number], number>
  readonly mosts: Record<(typeof FLOOR_MOSTS)[number], number>
}

const NO_SUMS = Object.fromEntries(FLOOR_SUMS.map((name) => [name, 0])) as Floor['sums']
const NO_MOSTS = Object.fromEntries(FLOOR_MOSTS.map((name) => [name, 0])) as Floor['mosts']

export function emptyFloor(): Floor {
  return { sums: { ...NO_SUMS }, mosts: { ...NO_MOSTS } }
}

/** Adds one floor to another: of another half hour, day or office. */
export function addFloor(to: Floor, floor: Floor): void {
  for (const name of FLOOR_SUMS) to.sums[name] += floor.sums[name]
  for (const name of FLOOR_MOSTS) to.mosts[name] = Math.max(to.mosts[name], floor.mosts[name])
}

/** A floor as numbers in a row, the sums and then the most: thousands are added to one. */
export type FloorRow = Float64Array
export const FLOOR_LENGTH = FLOOR_SUMS.length + FLOOR_MOSTS.length

export const emptyFloorRow = (): FloorRow => new Float64Array(FLOOR_LENGTH)

export function addToRow(row: FloorRow, floor: Floor): void {
  for (const [at, name] of FLOOR_SUMS.entries()) row[at] = (row[at] ?? 0) + floor.sums[name]
  for (const [index, name] of FLOOR_MOSTS.entries()) {
    const at = FLOOR_SUMS.length + index
    row[at] = Math.max(row[at] ?? 0, floor.mosts[name])
  }
}

export function floorOf(row: FloorRow): Floor {
  const floor = emptyFloor()
  for (const [at, name] of FLOOR_SUMS.entries()) floor.sums[name] = row[at] ?? 0
  for (const [index, name] of FLOOR_MOSTS.entries()) {
    floor.mosts[name] = row[FLOOR_SUMS.length + index] ?? 0
  }
  return floor
}

const HERE: ReadonlySet<SegmentState> = new Set(['waiting', 'called', 'serving', 'held'])

interface Span {
  readonly from: number
  readonly to: number
}

export interface FloorParts {
  readonly visits: readonly Visit[]
  readonly agents: readonly AgentSegment[]
  readonly door: readonly { readonly at: number; readonly people: number }[]
  readonly slots: readonly DaySlot[]
  /** UTC ms up to which this is known: the end of the day, or now. */
  readonly until: number
}

/** The floor of each slot of one office's day, by its minute, from the first in which anything went on to the last. */
export function floorsOfDay({
  visits,
  agents,
  door,
  slots,
  until,
}: FloorParts): Map<number, Floor> {
  const here: Span[] = []
  const waiting: Span[] = []
  for (const { segments } of visits) {
    for (const { state, from, to } of segments) {
      const span = { from, to: Math.min(to ?? until, until) }
      if (HERE.has(state)) here.push(span)
      if (state === 'waiting') waiting.push(span)
    }
  }
  const known = slots.flatMap((slot) => {
    const to = Math.min(slot.to, until)
    return to > slot.from ? [{ ...slot, to }] : []
  })
  const open = agents.filter(({ doing }) => isOpenFor(doing))
  const levels = [here, waiting, open, agents].map((spans) => levelsOf(spans, known))
  const floors = new Map<number, Floor>()
  for (const [index, slot] of known.entries()) {
    const floor = floors.get(slot.slot) ?? emptyFloor()
    floors.set(slot.slot, floor)
    const [ofHere = NONE, ofWaiting = NONE, ofOpen = NONE, ofAgents = NONE] = levels.map(
      (each) => each[index] ?? NONE,
    )
    const { sums, mosts } = floor
    sums.here += ofHere.sum
    sums.waiting += ofWaiting.sum
    sums.open += ofOpen.sum
    mosts.mostHere = Math.max(mosts.mostHere, ofHere.most)
    mosts.mostWaiting = Math.max(mosts.mostWaiting, ofWaiting.most)
    mosts.mostOpen = Math.max(mosts.mostOpen, ofOpen.most)
    if (ofHere.isAny || ofAgents.isAny) sums.atWork += slot.to - slot.from
    const counted = door.filter(({ at }) => slot.from <= at && at < slot.to)
    sums.doorCounts += counted.length
    sums.doorPeople += counted.reduce((sum, { people }) => sum + people, 0)
  }
  addDoings(floors, agents, known)
  return withoutNight(floors)
}

function addDoings(
  floors: ReadonlyMap<number, Floor>,
  agents: readonly AgentSegment[],
  slots: readonly DaySlot[],
): void {
  for (const { doing, from, to } of agents) {
    for (let index = indexAt(slots, from); index < slots.length; index += 1) {
      const slot = slots[index]
      if (!slot || slot.from >= to) break
      const length = Math.min(to, slot.to) - Math.max(from, slot.from)
      const floor = floors.get(slot.slot)
      if (floor && length > 0) floor.sums[doing] += length
    }
  }
}

/** Without the half hours before the first in which anything went on, and after the last. */
function withoutNight(floors: Map<number, Floor>): Map<number, Floor> {
  const inOrder = [...floors.keys()]
  for (const slots of [inOrder, inOrder.toReversed()]) {
    for (const slot of slots) {
      const { atWork, doorCounts } = floors.get(slot)?.sums ?? NO_SUMS
      if (atWork > 0 || doorCounts > 0) break
      floors.delete(slot)
    }
  }
  return floors
}

/** How many there are in one slot: over time, at most, and whether anybody is. */
interface Level {
  sum: number
  most: number
  isAny: boolean
}
const NONE: Level = { sum: 0, most: 0, isAny: false }

/** Of each slot, in one go through the day; who goes as another comes is not there with them. */
function levelsOf(spans: readonly Span[], slots: readonly DaySlot[]): Level[] {
  const turns = spans
    .filter(({ from, to }) => from <= to)
    .flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by)
  let next = 0
  let there = 0
  return slots.map(({ from, to }) => {
    for (; (turns[next]?.at ?? Infinity) <= from; next += 1) there += turns[next]?.by ?? 0
    const level = { sum: 0, most: there, isAny: there > 0 }
    let since = from
    for (let turn = turns[next]; turn && turn.at < to; turn = turns[(next += 1)]) {
      level.sum += there * (turn.at - since)
      level.isAny = true
      since = turn.at
      there += turn.by
      level.most = Math.max(level.most, there)
    }
    level.sum += there * (to - since)
    return level
  })
}
