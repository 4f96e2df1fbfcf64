// Any day of two offices that send people to each other: whatever else is done meanwhile, everybody is
// in one of them, as they came.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { decideSending } from '../../../server/domain/decide-send.ts'
import { timeInOffice } from '../../../server/domain/metrics.ts'
import { lengthOf } from '../../../server/domain/segments.ts'
import { apply, emptyOffice, findVisit } from '../../../server/domain/state.ts'
import { isLive, isWithAgent } from '../../../server/domain/states.ts'
import { ticketText } from '../../../server/domain/ticket-number.ts'
import type { Visit } from '../../../server/domain/visit.ts'
import { rounds } from '../../support/long.ts'
import { anySettings, anyStep, mindUntil, takeStep, type Step } from './day-steps.ts'
import { MINUTE, OPENING, TestOffice } from './domain-builders.ts'

const RUNS = rounds(150, 3_000)

/** Somebody is sent to the other office: who came so many arrivals ago. */
interface Sent {
  readonly ago: number
  readonly service: string | undefined
}
interface Move {
  /** The office in which it is done. */
  readonly at: 0 | 1
  readonly step: Step
  readonly send: Sent | null
}

const anyMove: fc.Arbitrary<Move> = fc.record({
  at: fc.constantFrom(0 as const, 1 as const),
  step: anyStep,
  send: fc.option(
    fc.record({
      ago: fc.nat({ max: 11 }),
      service: fc.option(fc.constantFrom('licence', 'tax'), { nil: undefined }),
    }),
    { freq: 4 },
  ),
})
const anyTwo = fc.record({
  settings: fc.tuple(anySettings, anySettings),
  moves: fc.array(anyMove, { minLength: 1, maxLength: 120, size: 'max' }),
})
type Two = typeof anyTwo extends fc.Arbitrary<infer Value> ? Value : never

interface Pair {
  readonly offices: readonly [TestOffice, TestOffice]
  /** Everybody who ever came, as they came; and as they were before the last move. */
  readonly came: ReadonlyMap<string, Visit>
  readonly before: ReadonlyMap<string, Visit>
}

/** Runs the day of both, and shows them after each move. */
function runTwo({ settings: [one, two], moves }: Two, look: (pair: Pair) => void): Pair {
  const offices = [
    new TestOffice({ ...one, sign: 'ONE' }, 'one'),
    new TestOffice({ ...two, sign: 'TWO' }, 'two'),
  ] as const
  const came = new Map<string, Visit>()
  let before = new Map<string, Visit>()
  let seconds = 0
  for (const [index, { at, step, send }] of moves.entries()) {
    const [office, other] = [offices[at], offices[at === 0 ? 1 : 0]]
    seconds += step.seconds
    for (const each of offices) mindUntil(each, seconds)
    const ids = [...office.state.visits.keys(), ...office.state.ended.keys()]
    if (send) sendOne(office, other, send, ids, step, seconds)
    else takeStep(office, step, seconds, ids, `v${index}`)
    const now = new Map(offices.flatMap(({ state }) => [...state.visits, ...state.ended]))
    for (const [id, visit] of now) if (!came.has(id)) came.set(id, visit)
    look({ offices, came, before })
    before = now
  }
  return { offices, came, before }
}

function sendOne(
  from: TestOffice,
  to: TestOffice,
  { ago, service }: Sent,
  ids: readonly string[],
  step: Step,
  seconds: number,
): void {
  const visit = ids.at(-1 - (ago % ids.length)) ?? 'nobody'
  const agent = (step.sensible && from.state.visits.get(visit)?.agent) || step.agent
  const command = { do: 'send' as const, visit, office: to.state.office }
  const sending = decideSending(
    from.state,
    to.state,
    service === undefined ? command : { ...command, service },
    {
      actor: { kind: 'staff', id: agent },
      now: OPENING + (seconds / 60) * MINUTE,
      mayOverrule: step.overrule,
    },
  )
  if (!sending.ok) return
  for (const [office, decided] of [
    [from, sending.sent],
    [to, sending.received],
  ] as const) {
    office.state = decided.state
    office.facts.push(...decided.facts)
  }
}

function property(look: (pair: Pair) => void): void {
  fc.assert(
    fc.property(anyTwo, (two) => {
      runTwo(two, look)
    }),
    { numRuns: RUNS },
  )
}

/** What can end somebody in the move that opens a day: the night, another number instead, the clock. */
const ENDS = ['visit-closed', 'visit-left', 'visit-not-shown']

/** Without the sign of the office that gave it. */
const ownNumber = ({ number }: Visit) => [number.prefix.split(' ').at(-1), number.value, number.day]

const live = ({ state }: TestOffice): Visit[] =>
  [...state.visits.values()].filter((visit) => isLive(visit.state))

describe('C12 any day of two offices @long', () => {
  it('has everybody in one of them and nobody in both', () => {
    property(({ offices, came, before }) => {
      for (const id of came.keys()) {
        const places = offices.filter(({ state }) => findVisit(state, id) !== undefined)
        assert.ok(places.length < 2, `${id} is in both`)
        // Only who has ended is let go, perhaps by the number of a new day in the same command.
        const hasEnded = offices.some(({ facts }) =>
          facts.some(
            ({ body }) => ENDS.includes(body.type) && 'visit' in body && body.visit === id,
          ),
        )
        const wasLive = isLive(before.get(id)?.state ?? 'served')
        if (places.length === 0) assert.ok(hasEnded || !wasLive, `${id} is lost`)
      }
    })
  })

  it('keeps arrival and number wherever they go, and shows no number twice in an office', () => {
    property(({ offices, came }) => {
      for (const office of offices) {
        for (const visit of live(office)) {
          const before = came.get(visit.id)
          assert.ok(before)
          assert.equal(visit.arrivedAt, before.arrivedAt)
          assert.deepEqual(ownNumber(visit), ownNumber(before))
        }
        const shown = live(office).map(({ number }) => `${number.day} ${ticketText(number)}`)
        assert.equal(new Set(shown).size, shown.length, shown.join())
      }
    })
  })

  it('keeps one open segment each, and times that add up over both', () => {
    property(({ offices }) => {
      for (const office of offices) {
        const { recordedAt } = office.state
        for (const visit of live(office)) {
          const open = visit.segments.filter(({ to }) => to === null)
          assert.equal(open.length, 1)
          const sum = visit.segments.reduce((total, each) => total + lengthOf(each, recordedAt), 0)
          assert.equal(sum, timeInOffice(visit, recordedAt))
        }
      }
    })
  })

  it('never gives an agent two people, nor leaves anybody with an agent of the other office', () => {
    property(({ offices }) => {
      for (const office of offices) {
        const taken = live(office).filter(({ state }) => isWithAgent(state))
        assert.equal(new Set(taken.map(({ agent }) => agent)).size, taken.length)
        for (const { agent } of taken) assert.ok(office.state.agents.has(agent ?? ''))
      }
    })
  })

  it('can be rebuilt from both journals, equal in everything', () => {
    fc.assert(
      fc.property(anyTwo, (two) => {
        const { offices } = runTwo(two, () => undefined)
        for (const { facts, state } of offices) {
          const rebuilt = facts.reduce(apply, emptyOffice(state.office))
          assert.deepEqual(rebuilt.visits.toJS(), state.visits.toJS())
          assert.deepEqual(rebuilt.ended.toJS(), state.ended.toJS())
          assert.deepEqual(rebuilt.agents.toJS(), state.agents.toJS())
        }
      }),
      { numRuns: RUNS },
    )
  })
})
