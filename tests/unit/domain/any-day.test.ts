// Any day of any office: arbitrary rules, commands by any number of agents. What must hold after each
// one, always. Who is called when is in `any-order.test.ts`.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { orderOf } from '../../../server/domain/deciding.ts'
import { nextDue } from '../../../server/domain/due.ts'
import { timeInOffice, waitOf } from '../../../server/domain/metrics.ts'
import { listFor, nextToServe, peopleAhead } from '../../../server/domain/order.ts'
import { placesIn } from '../../../server/domain/place-in-line.ts'
import { lengthOf } from '../../../server/domain/segments.ts'
import { apply, emptyOffice, isFor, type OfficeState } from '../../../server/domain/state.ts'
import { isLive, isWithAgent } from '../../../server/domain/states.ts'
import { anyDay, runDay, type Look } from './day-steps.ts'
import { MINUTE, OPENING, TestOffice } from './domain-builders.ts'

const RUNS = process.env.GUICHET_LONG === '1' ? 5_000 : 300

function property(look: Look): void {
  fc.assert(
    fc.property(anyDay, (day) => {
      runDay(day, look)
    }),
    { numRuns: RUNS },
  )
}

const now = (state: OfficeState): number => state.recordedAt

describe('any office day', () => {
  it('keeps exactly one open segment of each live visit, in its state, and none of an ended one', () => {
    property((_, seen) => {
      for (const visit of seen) {
        const open = visit.segments.filter((segment) => segment.to === null)
        assert.equal(open.length, isLive(visit.state) ? 1 : 0)
        if (isLive(visit.state)) assert.equal(visit.segments.at(-1)?.state, visit.state)
      }
    })
  })

  it('keeps segments that follow each other and sum to the time in office, to the millisecond', () => {
    property(({ state }, seen) => {
      for (const visit of seen) {
        assert.equal(visit.segments[0]?.from, visit.arrivedAt)
        for (const [index, segment] of visit.segments.entries()) {
          const next = visit.segments[index + 1]
          if (next) assert.equal(segment.to, next.from)
        }
        const sum = visit.segments.reduce((total, each) => total + lengthOf(each, now(state)), 0)
        assert.equal(sum, timeInOffice(visit, now(state)))
      }
    })
  })

  it('never has a visit with two agents, an agent with two visits, or a counter with two agents', () => {
    property(({ state }) => {
      const withAgents = [...state.visits.values()].filter((visit) => isWithAgent(visit.state))
      const agents = withAgents.map((visit) => visit.agent)
      assert.ok(withAgents.every((visit) => visit.agent !== null && visit.counter !== null))
      assert.equal(new Set(agents).size, agents.length)
      const counters = [...state.agents.values()].map((each) => each.counter)
      assert.equal(new Set(counters).size, counters.length)
      for (const visit of withAgents)
        assert.equal(state.agents.get(visit.agent ?? '')?.counter, visit.counter)
    })
  })

  it('B1 B2 gives every number once, without a gap in any series of any day', () => {
    property((_, seen) => {
      // What is on paper carries the roll's own numbers, and a kiosk that is cut off gives its own.
      const given = seen.filter(({ via, number }) => via !== 'paper' && !/\d/.test(number.prefix))
      const series = Map.groupBy(given, ({ number }) => `${number.day} ${number.prefix}`)
      for (const visits of series.values()) {
        const values = visits.map((visit) => visit.number.value).sort((a, b) => a - b)
        assert.deepEqual(
          values,
          values.map((_, index) => index + 1),
        )
      }
    })
  })

  it('B15 C24 keeps nobody waiting for an agent who has gone', () => {
    property(({ state }) => {
      for (const visit of state.visits.values()) {
        if (visit.agent === null || !isFor(visit, visit.agent)) continue
        assert.ok(state.agents.has(visit.agent), `${visit.id} waits for ${visit.agent}`)
      }
    })
  })

  it('can be rebuilt from its journal, equal in everything', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const office = runDay(day)
        const rebuilt = office.facts.reduce(apply, emptyOffice('test'))
        assert.deepEqual(plain(rebuilt), plain(office.state))
      }),
      { numRuns: RUNS },
    )
  })

  it('never records a fact before the last one, nor one that happened after it was recorded', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { facts } = runDay(day)
        for (const [index, fact] of facts.entries()) {
          assert.equal(fact.seq, index + 1)
          assert.ok(fact.at <= fact.recordedAt)
          assert.ok(fact.recordedAt >= (facts[index - 1]?.recordedAt ?? 0))
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('B20 has one opinion about who is next: the call, the list, and the place in line', () => {
    property(({ state }) => {
      if (!state.settings) return
      const order = orderOf(state.settings)
      const waiting = [...state.visits.values()].filter((visit) => visit.state === 'waiting')
      for (const each of state.agents.values()) {
        const list = listFor(state, order, each)
        assert.equal(nextToServe(state, order, each)?.visit, list[0])
        const byKey = [...list].sort((a, b) => (order.sortKey(a) < order.sortKey(b) ? -1 : 1))
        const byRank = [...list].sort(order.compare)
        assert.deepEqual(
          byKey.map((visit) => visit.id),
          byRank.map((visit) => visit.id),
        )
        if (!order.policy.share) assert.deepEqual(list, byRank)
        // Nobody is nearer than the number of those this agent would take before.
        for (const [index, visit] of list.entries())
          assert.ok(peopleAhead(state, order, visit) >= index)
      }
      for (const visit of waiting) assert.ok(peopleAhead(state, order, visit) < waiting.length)
      const place = placesIn(state, order)
      for (const visit of waiting) assert.equal(place(visit), peopleAhead(state, order, visit))
    })
  })

  it('B16 puts a reordered visit just before the one chosen', () => {
    property(({ state }, _, { command, decision }) => {
      if (command.do !== 'reorder' || !decision.ok || typeof command.to === 'string') return
      if (!state.settings) return
      const order = orderOf(state.settings)
      const line = [...state.visits.values()]
        .filter((visit) => visit.state === 'waiting')
        .sort(order.compare)
        .map(({ id }) => id)
      assert.equal(line[line.indexOf(command.to.before) - 1], command.visit)
    })
  })

  it('B7 C7 C14 C19 minds its clock in one stroke: nothing that was due is due after it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const office = runDay(day)
        const at = office.state.recordedAt + MINUTE
        const minute = (at - OPENING) / MINUTE
        assert.ok(office.ask('clock', minute, { do: 'mind-clock' }, true).ok)
        assert.ok((nextDue(office.state) ?? Infinity) > at)
      }),
      { numRuns: RUNS },
    )
  })

  it('B7 leaves each raise to the clock, in whosever command it is recorded', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const { body, actor } of runDay(day).facts)
          if (body.type === 'visit-raised') assert.equal(actor.kind, 'system')
      }),
      { numRuns: RUNS },
    )
  })

  it('C4 moves no clock by a recall, and no wait by anything but waiting', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 100 }),
        fc.nat({ max: 100 }),
        fc.nat({ max: 5 }),
        (a, b, recalls) => {
          const office = new TestOffice()
          const id = office.arrive(0)
          office.ask('ann', a, { do: 'call-next', counter: '1' })
          const wait = waitOf(office.visit(id), OPENING + a * MINUTE)
          for (let n = 0; n < recalls; n += 1) office.ask('ann', a + b, { do: 'recall', visit: id })
          assert.equal(waitOf(office.visit(id), OPENING + (a + b) * MINUTE), wait)
          assert.equal(wait, a * MINUTE)
          assert.equal(office.visit(id).timesCalled, recalls + 1)
        },
      ),
    )
  })
})

/** A state as plain data, for comparing. */
function plain(state: OfficeState): unknown {
  const { agents, visits, ended, ...rest } = state
  return { ...rest, agents: agents.toJS(), visits: visits.toJS(), ended: ended.toJS() }
}
