// Any day of any office: what citizens do with their own visit by phone, and what that does to others.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { orderOf } from '../../../server/domain/deciding.ts'
import { waitOf } from '../../../server/domain/metrics.ts'
import { MORE_TIME_MOST } from '../../../server/domain/more-time.ts'
import { apply, waitingVisits, type OfficeState } from '../../../server/domain/state.ts'
import { anyDay, runDay, type Look } from './day-steps.ts'

const RUNS = process.env.GUICHET_LONG === '1' ? 5_000 : 300

function property(look: Look): void {
  fc.assert(
    fc.property(anyDay, (day) => {
      runDay(day, look)
    }),
    { numRuns: RUNS },
  )
}

/** Who goes before this visit, by the whole line. */
function before(state: OfficeState, id: string): string[] {
  if (!state.settings) return []
  const order = orderOf(state.settings)
  const line = [...waitingVisits(state)].sort(order.compare).map((visit) => visit.id)
  return line.slice(0, line.indexOf(id))
}

describe('the phone on any day', () => {
  it('A13 more time never moves anybody ahead of where they would be, twice at most', () => {
    let happened = 0
    property(({ state }, seen, { command, decision, before: was }) => {
      for (const { details } of seen) assert.ok((details.moreTime ?? 0) <= MORE_TIME_MOST)
      if (command.do !== 'more-time' || !decision.ok) return
      happened += 1
      const { visit } = command
      // What was due by then is recorded with it.
      const then = before(decision.facts.slice(0, -1).reduce(apply, was), visit)
      const now = before(state, visit)
      for (const other of then) assert.ok(now.includes(other), other)
      assert.ok(now.length > then.length)
    })
    assert.ok(happened > 0)
  })

  it('A11 never calls anybody who is expected, and counts no wait before they are here', () => {
    let joined = 0
    property(({ state }, seen, { before: was, command, decision }) => {
      if (decision.ok && command.do === 'call-next' && decision.visit !== null) {
        assert.notEqual(was.visits.get(decision.visit)?.state, 'expected')
      }
      for (const visit of seen) {
        const [first] = visit.segments
        if (first?.state !== 'expected') continue
        joined += 1
        if (visit.segments.length === 1) assert.equal(waitOf(visit, state.recordedAt), 0)
        assert.ok(waitOf(visit, state.recordedAt) <= state.recordedAt - (first.to ?? first.from))
      }
    })
    assert.ok(joined > 0)
  })

  it('A11 keeps the place of whoever comes in time, and puts nobody behind who is not late', () => {
    property(({ state }, _, { command, decision, before: was }) => {
      if (command.do !== 'be-present' || !decision.ok) return
      const expected = was.visits.get(command.visit)
      const here = state.visits.get(command.visit)
      assert.ok(expected && here)
      assert.equal(here.state, 'waiting')
      if (expected.details.passedAt === undefined) {
        assert.equal(here.standing, expected.standing)
      } else assert.ok(here.standing >= expected.standing)
    })
  })
})
