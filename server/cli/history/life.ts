// One visit of another system, as far as that system tells of it, as a visit of ours. Pure.
import { officeDay } from '../../domain/office-time.ts'
import type { Channel } from '../../domain/facts.ts'
import type { Segment, SegmentState } from '../../domain/segments.ts'
import type { Language } from '../../domain/settings.ts'
import type { FinalState } from '../../domain/states.ts'
import type { Visit } from '../../domain/visit.ts'
import { HISTORY_SERIES } from '../../db/history-writer.ts'

/** Instants are UTC ms, each at or after the one before it; null: the other system does not say. */
export interface Life {
  readonly id: string
  readonly ending: FinalState
  readonly arrived: number
  readonly booked: number | null
  readonly called: number | null
  readonly started: number | null
  readonly ended: number
  readonly service: string
  readonly channel: Channel
  readonly language: Language
  readonly priority: string
  readonly agent: string | null
  readonly counter: string | null
  readonly quantity: number
  readonly result: string | null
}

/** As if it had been here and has ended; `zone` tells the office's day. */
export function toVisit(life: Life, zone: string): Visit {
  const { id, arrived, called, ended, booked, agent, counter } = life
  const { service, channel, quantity, result } = life
  const isServed = life.ending === 'served'
  return {
    id,
    state: life.ending,
    // Its value is given when it is written.
    number: { day: officeDay(arrived, zone), prefix: HISTORY_SERIES, value: 0 },
    language: life.language,
    priority: life.priority,
    via: 'import',
    arrivedAt: arrived,
    arrivedSeq: 0,
    standing: Math.max(arrived, booked ?? arrived),
    requests: [{ id: 1, service, channel, quantity, done: isServed, outcome: result }],
    current: 1,
    segments: segmentsOf(life),
    agent,
    counter,
    calledAt: called,
    calledSeq: null,
    announcedAt: called,
    timesCalled: called === null ? 0 : 1,
    heldFor: null,
    backAt: null,
    timesWrong: false,
    details: booked === null ? {} : { bookedAt: booked },
    raised: null,
    timesMissed: 0,
    endedAt: ended,
    last: { seq: 0, at: ended, by: '' },
    before: null,
  }
}

/** Waiting, then called and served as far as that is known: an unknown stretch is none of length 0. */
function segmentsOf({ arrived, called, started, ended, agent, counter }: Life): Segment[] {
  const steps: [SegmentState, number][] = [['waiting', arrived]]
  if (called !== null) steps.push(['called', called])
  if (started !== null) steps.push(['serving', started])
  return steps.map(([state, from], index) => {
    const isAlone = state === 'waiting'
    const who = isAlone ? { agent: null, counter: null } : { agent, counter }
    return { state, from, to: steps[index + 1]?.[1] ?? ended, ...who, request: 1 }
  })
}
