// How each fact changes a visit. Pure: the same facts always give the same visit.
import type { Fact, VisitFact } from './facts.ts'
import { closeOpen, openNext, type SegmentState } from './segments.ts'
import { isLive, type VisitState } from './states.ts'
import { trailAfter, type Trail } from './trail.ts'
import { currentRequest, firstUnfinished, type Request, type Visit } from './visit.ts'
import { arrived, toRequest } from './visit-arrival.ts'

/** The visit after one more of its facts. Undefined only before `visit-arrived`. */
export function applyToVisit(visit: Visit | undefined, fact: Fact, body: VisitFact): Visit {
  const last = { seq: fact.seq, at: fact.recordedAt, by: fact.actor.id }
  if (body.type === 'visit-arrived') return { ...arrived(fact, body), last }
  if (body.type === 'visit-received') return received(fact, body)
  if (!visit) throw new Error(`${body.type} of an unknown visit ${body.visit}`)
  // Nobody means a note when they say undo: it neither is a step back nor stands in the way of one.
  if (body.type === 'details-changed') return visit
  // Nobody did this: a step can still be undone after it.
  if (body.type === 'visit-raised') return { ...visit, raised: body.minutes }
  if (body.type === 'visit-passed-over') {
    return { ...visit, details: { ...visit.details, passedAt: fact.at } }
  }
  if (body.type === 'visit-undone') {
    if (!visit.before) throw new Error(`visit ${visit.id} has nothing to undo`)
    const { before } = visit
    // Who is called once more has all the time to come that the office gives.
    const announcedAt = before.state === 'called' ? fact.at : before.announcedAt
    const restored = { ...before, announcedAt, raised: visit.raised, last, before: null }
    return withTrail(restored, trailAfter(before.trail, body))
  }
  const next = change(visit, fact, body)
  const raised = isStillRaised(visit, next) ? next.raised : null
  const moved = { ...next, raised, last, before: { ...visit, before: null } }
  return withTrail(moved, trailAfter(visit.trail, body))
}

function withTrail(visit: Visit, trail: Trail | undefined): Visit {
  return trail === visit.trail || !trail ? visit : { ...visit, trail }
}

/** Who goes back in line, or waits for something else now, has not waited that long for it. */
function isStillRaised(visit: Visit, next: Visit): boolean {
  return (
    next.standing <= visit.standing &&
    currentRequest(next).service === currentRequest(visit).service
  )
}

/** From another office: it goes on as it was, in the place that its arrival gives it here. */
function received(fact: Fact, body: Extract<VisitFact, { type: 'visit-received' }>): Visit {
  const { carried, standing } = body
  const onward = carried.state === 'expected' ? 'expected' : 'waiting'
  return {
    ...enter(carried, onward, fact.at),
    standing,
    arrivedSeq: fact.seq,
    // Its calls were announced there: they are no calls of this office.
    calledAt: null,
    calledSeq: null,
    announcedAt: null,
    timesCalled: 0,
    raised: null,
    last: { seq: fact.seq, at: fact.recordedAt, by: fact.actor.id },
    before: null,
  }
}

type Change = Exclude<
  VisitFact,
  {
    type:
      | ('visit-arrived' | 'visit-received' | 'visit-undone' | 'visit-raised')
      | ('visit-passed-over' | 'details-changed')
  }
>

function change(visit: Visit, fact: Fact, body: Change): Visit {
  const at = fact.at
  switch (body.type) {
    case 'visit-called':
      return {
        ...enter(visit, 'called', at, { agent: body.agent, counter: body.counter }),
        calledAt: at,
        calledSeq: fact.seq,
        announcedAt: at,
        timesCalled: 1,
      }
    case 'visit-recalled':
      // A recall announces again. It moves no clock: no segment is touched.
      return {
        ...visit,
        calledSeq: fact.seq,
        announcedAt: at,
        timesCalled: visit.timesCalled + 1,
      }
    case 'visit-begun':
      return enter(visit, 'serving', at, { agent: body.agent, counter: body.counter })
    case 'visit-held':
      // It stays on the list of the agent who put it there, though any agent may take it up again.
      return {
        ...enter(visit, 'held', at, { agent: visit.agent, counter: null }),
        heldFor: body.reason,
        backAt: body.backAt,
      }
    case 'visit-returned':
      return { ...enter(visit, 'waiting', at), standing: body.standing }
    case 'visit-present':
      return { ...enter(visit, 'waiting', at), standing: body.standing }
    case 'visit-postponed': {
      const details = { ...visit.details, moreTime: (visit.details.moreTime ?? 0) + 1 }
      return { ...visit, details, standing: body.standing }
    }
    case 'visit-transferred':
      return transferred(visit, at, body)
    case 'request-added': {
      const added = toRequest(body.request, visit.requests.length)
      const next = { ...visit, requests: [...visit.requests, added] }
      return body.afterwards === true ? next : switchTo(next, added.id, at)
    }
    case 'request-switched':
      return switchTo(visit, body.request, at)
    case 'request-changed':
      return withRequest(visit, body.request, body.to)
    case 'priority-changed':
      return { ...visit, priority: body.priority }
    case 'visit-changed':
      return { ...visit, details: body.details }
    case 'visit-assigned':
      return { ...visit, agent: body.agent, counter: null }
    case 'visit-reordered':
      return { ...visit, standing: body.standing }
    case 'visit-sent':
      // It goes on in the other office; here it is over, without having ended.
      return visit
    case 'request-finished':
      return finished(visit, at, body)
    case 'times-marked-wrong':
      return { ...visit, timesWrong: true }
    case 'visit-not-shown':
      if (typeof body.standing !== 'number') return end(visit, 'no-show', at)
      return {
        ...enter(visit, 'waiting', at),
        standing: body.standing,
        timesMissed: visit.timesMissed + 1,
      }
    case 'visit-corrected':
      return corrected(visit, body)
    case 'visit-left':
      return end(visit, 'left', at)
    case 'visit-closed':
      return end(visit, 'closed', at)
    case 'visit-brought-back':
      return broughtBack(visit, at, body.standing)
  }
}

/** Into a live state: the open segment ends, another begins at the same instant. */
function enter(
  visit: Visit,
  state: SegmentState,
  at: number,
  who: { agent: string | null; counter: string | null } = { agent: null, counter: null },
): Visit {
  return {
    ...visit,
    ...who,
    state,
    heldFor: null,
    backAt: null,
    segments: openNext(visit.segments, { state, from: at, ...who, request: visit.current }),
  }
}

function end(visit: Visit, state: VisitState, at: number): Visit {
  return { ...visit, state, endedAt: at, segments: closeOpen(visit.segments, at) }
}

/** Ended as corrected: what was recorded after that instant is cut off, what is missing filled in. */
function corrected(visit: Visit, body: Extract<Change, { type: 'visit-corrected' }>): Visit {
  const { to, endedAt } = body
  const kept = visit.segments.filter(({ from }, index) => index === 0 || from <= endedAt)
  const segments = kept.map((segment, index) => {
    const isLast = index === kept.length - 1
    return { ...segment, to: isLast ? endedAt : Math.min(segment.to ?? endedAt, endedAt) }
  })
  const requests =
    to === 'served' ? visit.requests.map((each) => ({ ...each, done: true })) : visit.requests
  return { ...visit, state: to, endedAt, segments, requests, heldFor: null, backAt: null }
}

/** The stretch since its end becomes a segment too: time away, in neither the wait nor service. */
function broughtBack(visit: Visit, at: number, standing: number): Visit {
  const away = {
    state: visit.state as SegmentState,
    from: visit.endedAt ?? at,
    agent: null,
    counter: null,
    request: visit.current,
  }
  const segments = openNext(visit.segments, away)
  return { ...enter({ ...visit, segments }, 'waiting', at), standing, endedAt: null }
}

function withRequest(visit: Visit, id: number, patch: Partial<Request>): Visit {
  const requests = visit.requests.map((each) => (each.id === id ? { ...each, ...patch } : each))
  return { ...visit, requests }
}

/** Makes another request the current one; while serving, time is counted for it from now on. */
function switchTo(visit: Visit, id: number, at: number): Visit {
  const next = withRequest({ ...visit, current: id }, id, { done: false })
  if (!isLive(visit.state)) return next
  const { agent, counter } = visit
  return enter(next, visit.state as SegmentState, at, { agent, counter })
}

function transferred(
  visit: Visit,
  at: number,
  body: Extract<Change, { type: 'visit-transferred' }>,
): Visit {
  const toService = body.service
    ? withRequest(visit, visit.current, { service: body.service })
    : visit
  const who = { agent: body.agent, counter: body.counter }
  const state = visit.state === 'expected' ? 'expected' : 'waiting'
  return { ...enter(toService, state, at, who), standing: body.standing }
}

function finished(
  visit: Visit,
  at: number,
  body: Extract<Change, { type: 'request-finished' }>,
): Visit {
  const { request, quantity, outcome } = body.result
  const done = withRequest(visit, request, {
    done: true,
    ...(quantity === undefined ? {} : { quantity }),
    ...(outcome === undefined ? {} : { outcome }),
  })
  if (body.then === 'served') return end(done, 'served', at)
  const next = firstUnfinished(done.requests)
  if (!next) throw new Error(`visit ${visit.id} has no request left`)
  const onward = { ...done, current: next.id }
  if (body.then === 'waiting') return enter(onward, 'waiting', at)
  return enter(onward, 'serving', at, { agent: visit.agent, counter: visit.counter })
}
