// How a visit begins.
import type { AskedFor, Fact, VisitFact } from './facts.ts'
import type { Request } from './visit.ts'

/** What was asked for, as the visit's request after `index` others. */
export const toRequest = (asked: AskedFor, index: number): Request => ({
  id: index + 1,
  ...asked,
  done: false,
  outcome: null,
})

/** The visit as an arrival makes it, but for its last fact. */
export function arrived(fact: Fact, body: Extract<VisitFact, { type: 'visit-arrived' }>) {
  const state = body.expected ? ('expected' as const) : ('waiting' as const)
  return {
    id: body.visit,
    state,
    number: body.number,
    language: body.language,
    priority: body.priority,
    via: body.via,
    arrivedAt: fact.at,
    arrivedSeq: fact.seq,
    standing: body.standing ?? fact.at,
    requests: body.requests.map(toRequest),
    current: 1,
    segments: [
      {
        state,
        from: fact.at,
        to: null,
        agent: null,
        counter: null,
        request: 1,
      },
    ],
    agent: null,
    counter: null,
    calledAt: null,
    calledSeq: null,
    announcedAt: null,
    timesCalled: 0,
    heldFor: null,
    backAt: null,
    timesWrong: false,
    details: body.details ?? {},
    raised: null,
    timesMissed: 0,
    trail: {},
    endedAt: null,
    before: null,
  }
}
