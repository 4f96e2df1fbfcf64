// Any day of any office: who is called, and when. What each rule promises, on arbitrary days.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { orderOf } from '../../../server/domain/deciding.ts'
import type { Fact } from '../../../server/domain/facts.ts'
import { listFor } from '../../../server/domain/order.ts'
import type { Policy } from '../../../server/domain/settings.ts'
import { currentRequest, type Visit } from '../../../server/domain/visit.ts'
import { anyDay, runDay, type Day } from './day-steps.ts'
import { MINUTE, OPENING, type TestOffice } from './domain-builders.ts'

const RUNS = process.env.GUICHET_LONG === '1' ? 5_000 : 300
const assertOnAny = (look: (day: Day) => void): void => {
  fc.assert(fc.property(anyDay, look), { numRuns: RUNS })
}

/** Minutes since the opening, at the office's last fact. */
const minuteOf = ({ state }: TestOffice): number => (state.recordedAt - OPENING) / MINUTE

/** The first agent at a counter, free and available; null: nobody is at one. */
function freeAgent(office: TestOffice): { id: string; counter: string } | null {
  const agent = office.state.agents.first()
  if (!agent) return null
  const minute = minuteOf(office)
  const open = office.state.visits.find(
    (visit) => visit.agent === agent.id && ['called', 'serving'].includes(visit.state),
  )
  if (open) office.ask(agent.id, minute, { do: 'leave', visit: open.id, by: 'staff' })
  office.ask(agent.id, minute, { do: 'change-availability', availability: 'available' })
  return agent
}

/** Calls everybody whom the agent may call, and finishes with each; says in which order they came. */
function callAll(office: TestOffice, { id, counter }: { id: string; counter: string }): string[] {
  const minute = minuteOf(office)
  const called: string[] = []
  for (;;) {
    const decision = office.ask(id, minute, { do: 'call-next', counter })
    assert.ok(decision.ok)
    const { visit } = decision
    if (visit === null) return called
    called.push(visit)
    office.ask(id, minute, { do: 'begin', visit })
    while (office.visit(visit).state === 'serving')
      assert.ok(office.ask(id, minute, { do: 'finish', visit, outcome: 'done' }).ok)
  }
}

/** Those whose place in line a fact ever changed: by hand, or since they did not come. */
function moved(facts: readonly Fact[]): Set<string> {
  const standing = new Map<string, number>()
  const changed = new Set<string>()
  for (const { at, body } of facts) {
    if (body.type === 'visit-arrived') standing.set(body.visit, body.standing ?? at)
    else if ('standing' in body && body.standing !== standing.get(body.visit))
      changed.add(body.visit)
  }
  return changed
}

const appointmentIsOnTime = (policy: Policy, { arrivedAt, details: { bookedAt } }: Visit) =>
  bookedAt !== undefined && arrivedAt <= bookedAt + policy.appointmentGraceMinutes * MINUTE

describe('the order of any day', () => {
  it('B20 is that of the desk’s list: one agent who calls and finishes empties it from the top', () => {
    assertOnAny((day) => {
      const office = runDay(day)
      office.ask('clock', minuteOf(office), { do: 'mind-clock' }, true)
      const free = freeAgent(office)
      const agent = free && office.state.agents.get(free.id)
      if (!agent || !office.state.settings) return
      const list = listFor(office.state, orderOf(office.state.settings), agent)
      assert.deepEqual(
        callAll(office, agent),
        list.map(({ id }) => id),
      )
    })
  })

  it('B5 never hands an agent a service, kind of counter or language they do not take', () => {
    assertOnAny((day) => {
      runDay(day, ({ state }, _, { command, decision }) => {
        if (command.do !== 'call-next' || !decision.ok || decision.visit === null) return
        const visit = state.visits.get(decision.visit)
        const agent = state.agents.get(visit?.agent ?? '')
        assert.ok(visit && agent)
        const { services, counterKinds, languages } = agent
        const { counterKind } = visit.details
        assert.ok(services === null || services.includes(currentRequest(visit).service))
        assert.ok(languages === null || languages.includes(visit.language))
        if (counterKind !== undefined)
          assert.ok(counterKinds === null || counterKinds.includes(counterKind))
      })
    })
  })

  // You are counted from max(arrival, booked time). Two things widen the bound: who is late for an
  // appointment within its grace ranks by the booked time all the same; and a class with a negative
  // credit is there to let others by.
  it('B9 calls nobody before you who came more than the largest credit after you', () => {
    assertOnAny((day) => {
      const { settings } = day
      const policy = { ...settings.policy, raise: [], share: null }
      const credits = new Map(policy.classes.map((each) => [each.code, each.creditMinutes]))
      const largest = Math.max(...credits.values(), policy.appointmentCreditMinutes) * MINUTE
      const office = runDay({ ...day, settings: { ...settings, policy } })
      const { state } = office
      const order = orderOf(state.settings ?? settings)
      const byHand = moved(office.facts)
      for (const agent of state.agents.values()) {
        const list = listFor(state, order, agent).filter(({ id }) => !byHand.has(id))
        for (const [index, first] of list.entries())
          for (const you of list.slice(index + 1)) {
            const from = Math.max(you.arrivedAt, you.details.bookedAt ?? 0)
            const lets = -Math.min(0, credits.get(you.priority) ?? 0) * MINUTE
            const { bookedAt = first.arrivedAt } = first.details
            const grace = appointmentIsOnTime(policy, first)
              ? Math.max(0, first.arrivedAt - bookedAt)
              : 0
            assert.ok(first.arrivedAt - from <= largest + grace + lets)
          }
      }
    })
  })
})
