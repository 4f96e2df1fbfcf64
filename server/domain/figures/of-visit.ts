// One visit in figures. Whatever is unknown is null: it is in no sum and in no count.
import type { Channel } from '../facts.ts'
import { callToDeskOf, prepared, serviceTimeOfRequest, timeHere, waitOf } from '../metrics.ts'
import { timeIn, type Segment } from '../segments.ts'
import { isLive } from '../states.ts'
import type { Visit } from '../visit.ts'
import type { Kind, OutcomeKey } from './keys.ts'

export interface RequestFigures {
  readonly service: string
  readonly channel: Channel
  /** Who served it last; null: nobody yet. */
  readonly agent: string | null
  readonly isDone: boolean
  readonly quantity: number
  readonly serviceTime: number | null
}

export interface VisitFigures {
  /** When the person was here first, or the visit began if they never were. UTC ms. */
  readonly from: number
  readonly endedAt: number | null
  readonly outcome: OutcomeKey
  readonly kind: Kind
  /** Of the request that it began with. */
  readonly service: string
  readonly channel: Channel
  /** Who was with it last; null: nobody. */
  readonly agent: string | null
  readonly people: number
  readonly wasHere: boolean
  readonly wasCalled: boolean
  readonly leftUncalled: boolean
  readonly preTicket: number | null
  readonly wait: number | null
  readonly callToDesk: number | null
  readonly handleTime: number | null
  readonly holdTime: number | null
  readonly holds: number
  readonly timeInOffice: number | null
  readonly timeToLeave: number | null
  readonly lateBy: number | null
  readonly requests: readonly RequestFigures[]
}

/** How long the wrap-up was that followed a stretch of service; null: nobody knows. */
export type WrapUpAfter = (agent: string, at: number) => number | null

/** A visit that was taken back at once never was one: null. */
export function figuresOfVisit(visit: Visit, wrapUpAfter: WrapUpAfter): VisitFigures | null {
  if (visit.trail?.mistake) return null
  const { segments, details, endedAt } = visit
  const here = segments.find(({ state }) => state !== 'expected')
  const [asked] = visit.requests
  if (!asked) return null
  const wasCalled = segments.some(({ state }) => state === 'called')
  const wasTaken = wasCalled || segments.some(({ state }) => state === 'serving')
  const outcome = outcomeOf(visit, here !== undefined)
  const leftUncalled = outcome === 'left' && !wasTaken
  const isOver = endedAt !== null
  const now = endedAt ?? visit.last.at
  const holds = segments.filter(({ state }) => state === 'held').length
  const { bookedAt } = details
  const late = bookedAt === undefined || !here ? null : here.from - bookedAt
  return {
    from: here?.from ?? visit.arrivedAt,
    endedAt,
    outcome,
    kind: bookedAt === undefined ? 'walk-in' : 'booked',
    service: asked.service,
    channel: asked.channel,
    agent: segments.findLast(isWithAgent)?.agent ?? null,
    people: details.party ?? 1,
    wasHere: here !== undefined,
    wasCalled,
    leftUncalled,
    preTicket: prepared(visit),
    wait: wasTaken ? waitOf(visit, now) : null,
    callToDesk: callToDeskOf(visit),
    handleTime: outcome === 'served' ? handleTimeOf(visit, wrapUpAfter) : null,
    holdTime: isOver && holds > 0 ? timeIn(segments, ['held'], now) : null,
    holds,
    timeInOffice: isOver && here ? timeHere(visit, now) : null,
    timeToLeave: leftUncalled ? waitOf(visit, now) : null,
    lateBy: late !== null && late > 0 ? late : null,
    requests: visit.requests.map(({ id, service, channel, quantity, done }) => ({
      service,
      channel,
      agent:
        segments.findLast((each) => each.request === id && each.state === 'serving')?.agent ?? null,
      isDone: done,
      quantity,
      serviceTime: isOver && done ? serviceTimeOfRequest(visit, id, now) : null,
    })),
  }
}

const isWithAgent = ({ state }: Segment): boolean => state === 'called' || state === 'serving'

function outcomeOf({ state }: Visit, wasHere: boolean): OutcomeKey {
  if (isLive(state)) return state === 'expected' ? 'stillExpected' : 'stillHere'
  if (!wasHere) return 'notCome'
  if (state === 'no-show') return 'noShow'
  return state === 'served' || state === 'left' ? state : 'closed'
}

/** Service, the wrap-up after it, and taking the person in; null: a wrap-up that nobody knows. */
function handleTimeOf(visit: Visit, wrapUpAfter: WrapUpAfter): number | null {
  let sum = prepared(visit) ?? 0
  const { segments } = visit
  for (const [index, { state, agent, from, to }] of segments.entries()) {
    if (state !== 'serving' || to === null) continue
    sum += to - from
    // Another request with the same agent goes on at the same instant: there is no wrap-up between.
    if (agent === null || segments[index + 1]?.state === 'serving') continue
    const wrapUp = wrapUpAfter(agent, to)
    if (wrapUp === null) return null
    sum += wrapUp
  }
  return sum
}
