// One office's day of work: from its visits, its agents and who took people in to lines of the ledger.
import type { DayParts } from '../figures/of-day.ts'
import { nextDay, startOfDay } from '../office-time.ts'
import type { Segment, SegmentState } from '../segments.ts'
import type { Visit } from '../visit.ts'
import { worked, type Attention, type Line } from './worked-time.ts'

/** The lines of the day, up to its `now`. `tookIn`: the staff who took a visit in, where it is known. */
export function linesOfDay(
  { day, zone, visits, agents, now }: DayParts,
  tookIn: ReadonlyMap<string, string>,
): Line[] {
  const attentions = visits.flatMap((visit) => attentionsOf(visit, now, tookIn.get(visit.id)))
  const from = startOfDay(day, zone)
  return worked(agents ?? [], attentions, { from, to: Math.min(endOfDay(day, zone), now) })
}

/** When an office's day is over, UTC ms. */
export function endOfDay(day: string, zone: string): number {
  return startOfDay(nextDay(day), zone)
}

/** Whether the lines would grow were the day's `now` later: somebody is at work, or being served. */
export function isGoingOn({ day, zone, visits, agents, now }: DayParts): boolean {
  if (now >= endOfDay(day, zone)) return false
  const isThere = (agents ?? []).some(({ to }) => to >= now)
  return isThere || visits.some(({ segments }) => isAttendedTo(segments.at(-1)))
}

function isAttendedTo(last: Segment | undefined): boolean {
  return last?.to === null && isGiven(last.state)
}

const isGiven = (state: SegmentState): state is 'called' | 'serving' | 'held' =>
  state === 'called' || state === 'serving' || state === 'held'

function attentionsOf(visit: Visit, now: number, tookIn: string | undefined): Attention[] {
  const { id, segments, requests } = visit
  const of = (request: number) => {
    const { service, channel } = requests.find((each) => each.id === request) ?? NO_REQUEST
    return { visit: id, request, service, channel }
  }
  const lastServed = (request: number): number =>
    segments.findLastIndex((each) => each.state === 'serving' && each.request === request)
  const given = segments.flatMap((segment, index): Attention[] => {
    const { state: kind, agent, from, to, request } = segment
    if (!isGiven(kind)) return []
    const asked = requests.find((each) => each.id === request)
    const isEnd = asked?.done === true && index === lastServed(request)
    const transactions = isEnd ? asked.quantity : 0
    return [{ ...of(request), kind, agent, from, to: to ?? now, transactions }]
  })
  const { preparation } = visit.details
  if (preparation === undefined) return given
  const [from, to] = [visit.arrivedAt - preparation, visit.arrivedAt]
  const agent = tookIn ?? null
  return [{ ...of(1), kind: 'preparation', agent, from, to, transactions: 0 }, ...given]
}

const NO_REQUEST = { service: '', channel: 'in-person' } as const
