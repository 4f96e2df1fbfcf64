// Any sequence of commands by any number of agents: what must hold after each one, always.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import type { Command } from '../../../server/domain/commands.ts'
import { orderOf } from '../../../server/domain/deciding.ts'
import { timeInOffice, waitOf } from '../../../server/domain/metrics.ts'
import { listFor, nextToServe, peopleAhead } from '../../../server/domain/order.ts'
import { lengthOf } from '../../../server/domain/segments.ts'
import { apply, emptyOffice, type OfficeState } from '../../../server/domain/state.ts'
import { isLive, isWithAgent } from '../../../server/domain/states.ts'
import type { Visit } from '../../../server/domain/visit.ts'
import { MINUTE, OPENING, someSettings, TestOffice } from './domain-builders.ts'

const RUNS = process.env.GUICHET_LONG === '1' ? 5_000 : 300

const agent = fc.constantFrom('ann', 'bob', 'cho', 'dee')
const counter = fc.constantFrom('1', '2', '3', '4', '9')
const service = fc.constantFrom('licence', 'health', 'tax', 'unknown')
const place = fc.constantFrom('kept' as const, 'first' as const, 'last' as const)
const asked = fc.record({
  service,
  channel: fc.constantFrom('in-person' as const, 'phone' as const),
  quantity: fc.integer({ min: 1, max: 3 }),
})
/** A visit by how long ago it arrived: resolved to an id when the command is run. */
const which = fc.nat({ max: 11 })

type Step = { agent: string; seconds: number; overrule: boolean; command: Unresolved }
type Unresolved = Command | ({ which: number } & { do: 'visit'; make: (visit: string) => Command })

const onVisit = <T>(arbitrary: fc.Arbitrary<T>, make: (visit: string, value: T) => Command) =>
  fc.tuple(which, arbitrary).map(([n, value]): Unresolved => ({
    do: 'visit',
    which: n,
    make: (visit) => make(visit, value),
  }))
const none = fc.constant(null)
const simply = (name: 'recall' | 'begin' | 'no-show' | 'undo') =>
  onVisit(none, (visit) => ({ do: name, visit }))

const command: fc.Arbitrary<Unresolved> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('arrive' as const),
      visit: fc.constant(''),
      requests: fc.array(asked, { minLength: 1, maxLength: 3 }),
      language: fc.constantFrom('en' as const, 'fr' as const),
      priority: fc.constantFrom('normal' as const, 'normal' as const, 'priority' as const),
      via: fc.constant('kiosk' as const),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('call-next' as const), counter }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('take-counter' as const),
      counter,
      services: fc.option(fc.subarray(['licence', 'health', 'tax'], { minLength: 1 })),
    }),
  },
  fc.record({
    do: fc.constant('change-availability' as const),
    availability: fc.constantFrom('available' as const, 'break' as const),
  }),
  fc.constant({ do: 'sign-off' as const }),
  onVisit(fc.option(counter, { nil: undefined }), (visit, at) => ({
    do: 'call',
    visit,
    ...(at === undefined ? {} : { counter: at }),
  })),
  simply('recall'),
  { weight: 4, arbitrary: simply('begin') },
  simply('no-show'),
  { weight: 3, arbitrary: simply('undo') },
  onVisit(none, (visit) => ({ do: 'hold', visit })),
  onVisit(place, (visit, at) => ({ do: 'return', visit, place: at })),
  onVisit(place, (visit, at) => ({ do: 'bring-back', visit, place: at })),
  onVisit(fc.tuple(service, place), (visit, [to, at]) => ({
    do: 'transfer',
    visit,
    to: { service: to },
    place: at,
  })),
  onVisit(agent, (visit, to) => ({ do: 'transfer', visit, to: { agent: to }, place: 'kept' })),
  onVisit(fc.option(agent), (visit, to) => ({ do: 'assign', visit, agent: to })),
  onVisit(fc.constantFrom('first' as const, 'last' as const), (visit, to) => ({
    do: 'reorder',
    visit,
    to,
    reason: 'asked',
  })),
  fc.constant({ do: 'mind-clock' as const }),
  onVisit(asked, (visit, request) => ({ do: 'add-request', visit, request })),
  onVisit(fc.integer({ min: 1, max: 4 }), (visit, request) => ({
    do: 'switch-request',
    visit,
    request,
  })),
  onVisit(fc.constantFrom('normal' as const, 'priority' as const), (visit, priority) => ({
    do: 'change',
    visit,
    priority,
  })),
  { weight: 4, arbitrary: onVisit(none, (visit) => ({ do: 'finish', visit })) },
  onVisit(none, (visit) => ({ do: 'leave', visit, by: 'staff' })),
  fc.record({
    do: fc.constant('close-day' as const),
    day: fc.constantFrom('2026-06-02', '2026-06-03'),
  }),
)

const step: fc.Arbitrary<Step> = fc.record({
  agent,
  // Mostly seconds; sometimes hours, so that midnight is crossed and undo runs out.
  seconds: fc.oneof(
    { weight: 9, arbitrary: fc.nat({ max: 90 }) },
    { weight: 1, arbitrary: fc.nat({ max: 40_000 }) },
  ),
  overrule: fc.boolean(),
  command,
})
const anyDay = fc.array(step, { minLength: 1, maxLength: 120, size: 'max' })

/** Runs the steps and shows the office after each, with every visit there ever was. */
function run(
  steps: readonly Step[],
  look: (office: TestOffice, seen: Visit[]) => void,
): TestOffice {
  const office = new TestOffice()
  const ids: string[] = []
  const seen = new Map<string, Visit>()
  let seconds = 0
  for (const [index, { agent: by, seconds: passed, overrule, command: asked }] of steps.entries()) {
    seconds += passed
    const recent = ids.at(-1 - (asked.do === 'visit' ? asked.which : 0)) ?? 'nobody'
    const command = asked.do === 'visit' ? asked.make(recent) : named(asked, `v${index}`)
    const decision = office.ask(by, seconds / 60, command, overrule)
    if (decision.ok && command.do === 'arrive') ids.push(command.visit)
    for (const visit of [...office.state.visits.values(), ...office.state.ended.values()])
      seen.set(visit.id, visit)
    look(office, [...seen.values()])
  }
  return office
}

const named = (command: Command, visit: string): Command =>
  command.do === 'arrive' ? { ...command, visit } : command

function property(look: (office: TestOffice, seen: Visit[]) => void): void {
  fc.assert(
    fc.property(anyDay, (steps) => {
      run(steps, look)
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
      const series = Map.groupBy(seen, ({ number }) => `${number.day} ${number.prefix}`)
      for (const visits of series.values()) {
        const values = visits.map((visit) => visit.number.value).sort((a, b) => a - b)
        assert.deepEqual(
          values,
          values.map((_, index) => index + 1),
        )
      }
    })
  })

  it('can be rebuilt from its journal, equal in everything', () => {
    fc.assert(
      fc.property(anyDay, (steps) => {
        const office = run(steps, () => undefined)
        const rebuilt = office.facts.reduce(apply, emptyOffice('test'))
        assert.deepEqual(plain(rebuilt), plain(office.state))
      }),
      { numRuns: RUNS },
    )
  })

  it('never records a fact before the last one, nor one that happened after it was recorded', () => {
    fc.assert(
      fc.property(anyDay, (steps) => {
        const { facts } = run(steps, () => undefined)
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
        assert.deepEqual(
          byKey.map((visit) => visit.id),
          list.map((visit) => visit.id),
        )
        // Nobody is nearer than the number of those this agent would take before.
        for (const [index, visit] of list.entries())
          assert.ok(peopleAhead(state, order, visit) >= index)
      }
      for (const visit of waiting) assert.ok(peopleAhead(state, order, visit) < waiting.length)
    })
  })

  it('B9 calls nobody before you who came more than the largest credit after you', () => {
    const { classes } = someSettings().policy
    const largest = Math.max(...classes.map(({ creditMinutes }) => creditMinutes))
    property(({ state }) => {
      if (!state.settings) return
      const order = orderOf(state.settings)
      for (const each of state.agents.values()) {
        const list = listFor(state, order, each)
        for (const [index, visit] of list.entries())
          for (const later of list.slice(index + 1))
            assert.ok(visit.standing - later.standing <= largest * MINUTE)
      }
    })
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
