// What goes on in an office at an instant, half hour by half hour: how many visits are there, how many
// counters are open, what agents do. Means over time are sums of stretches; the most is looked for.
import type { SegmentState } from '../segments.ts'
import type { Visit } from '../visit.ts'
import type { AgentSegment } from './agent-day.ts'
import type { DaySlot } from './day-slots.ts'
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

/** The floor of each slot of one office's day, by its minute. */
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
  const open = agents.filter(({ doing }) => isOpenFor(doing))
  const floors = new Map<number, Floor>()
  for (const each of slots) {
    const slot = { ...each, to: Math.min(each.to, until) }
    if (slot.to <= slot.from) continue
    const floor = floors.get(slot.slot) ?? emptyFloor()
    floors.set(slot.slot, floor)
    fill(floor, slot, { here, waiting, open, agents })
    const counted = door.filter(({ at }) => slot.from <= at && at < slot.to)
    floor.sums.doorCounts += counted.length
    floor.sums.doorPeople += counted.reduce((sum, { people }) => sum + people, 0)
  }
  return floors
}

function fill(
  floor: Floor,
  slot: DaySlot,
  parts: { here: Span[]; waiting: Span[]; open: Span[]; agents: readonly AgentSegment[] },
): void {
  const { sums, mosts } = floor
  const [here, waiting, open] = [parts.here, parts.waiting, parts.open].map((spans) =>
    within(spans, slot),
  ) as [Span[], Span[], Span[]]
  sums.here += total(here)
  sums.waiting += total(waiting)
  sums.open += total(open)
  mosts.mostHere = Math.max(mosts.mostHere, most(here))
  mosts.mostWaiting = Math.max(mosts.mostWaiting, most(waiting))
  mosts.mostOpen = Math.max(mosts.mostOpen, most(open))
  for (const { doing, from, to } of parts.agents) {
    const length = Math.min(to, slot.to) - Math.max(from, slot.from)
    if (length > 0) sums[doing] += length
  }
  const isAtWork = here.length > 0 || parts.agents.some((each) => overlaps(each, slot))
  if (isAtWork) sums.atWork += slot.to - slot.from
}

const overlaps = (span: Span, slot: Span): boolean => span.from < slot.to && span.to > slot.from

function within(spans: readonly Span[], slot: Span): Span[] {
  return spans
    .filter((span) => overlaps(span, slot))
    .map(({ from, to }) => ({ from: Math.max(from, slot.from), to: Math.min(to, slot.to) }))
}

const total = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0)

/** The most at one instant; who goes as another comes is not there with them. */
function most(spans: readonly Span[]): number {
  const turns = spans.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: to, by: -1 },
  ])
  let now = 0
  let highest = 0
  for (const { by } of turns.sort((a, b) => a.at - b.at || a.by - b.by)) {
    now += by
    highest = Math.max(highest, now)
  }
  return highest
}
