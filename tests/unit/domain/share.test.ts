// Appointments and walk-ins: by booked time, and in the office's share.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { orderOf } from '../../../server/domain/deciding.ts'
import { peopleAhead } from '../../../server/domain/order.ts'
import { inShare } from '../../../server/domain/share.ts'
import { MINUTE, OPENING, someSettings, TestOffice } from './domain-builders.ts'

const booked = (minute: number) => ({ details: { bookedAt: OPENING + minute * MINUTE } })

/** Who is called next, and why; ends the visit. */
function callOne(
  office: TestOffice,
  minute: number,
  { id, counter } = { id: 'ann', counter: '1' },
) {
  const decision = office.ask(id, minute, { do: 'call-next', counter })
  if (!decision.ok || decision.visit === null) return null
  const fact = decision.facts.at(-1)?.body
  office.ask(id, minute, { do: 'no-show', visit: decision.visit })
  return { id: decision.visit, reason: fact?.type === 'visit-called' ? fact.reason : undefined }
}

describe('appointments', () => {
  it('B11 rank by their booked time with a head start, by arrival once their grace is over', () => {
    const office = new TestOffice()
    const late = office.arrive(26, 'licence', booked(10))
    const walkIn = office.arrive(27)
    const onTime = office.arrive(28, 'licence', booked(30))
    assert.equal(office.visit(onTime).standing, OPENING + 30 * MINUTE)
    assert.equal(office.visit(late).standing, OPENING + 26 * MINUTE)
    const calls = [1, 2, 3].map(() => callOne(office, 40))
    assert.deepEqual(
      calls.map((call) => call?.id),
      [onTime, late, walkIn],
    )
    assert.equal(calls[0]?.reason?.rule, 'appointment')
  })
})

const sizes = { min: 1, max: 5 }
const someShare = fc.record({ walkIns: fc.integer(sizes), appointments: fc.integer(sizes) })
const STATIONS = [
  { id: 'ann', counter: '1', services: null },
  { id: 'bob', counter: '2', services: ['licence'] },
  { id: 'cho', counter: '3', services: ['health', 'tax'] },
] as const

/** Either somebody arrives (of a service, booked or not), or one of the agents calls. */
const someMoment = fc.oneof(
  fc.record({ service: fc.constantFrom('licence', 'health'), isBooked: fc.boolean() }),
  fc.record({ by: fc.nat({ max: 2 }) }),
)

/** Whether walk-ins and appointments both wait whom somebody with these services takes. */
function bothWait({ state }: TestOffice, services: readonly string[] | null): boolean {
  const kinds = [...state.visits.values()]
    .filter((visit) => visit.state === 'waiting')
    .filter(({ requests }) => !services || services.includes(requests[0]?.service ?? ''))
    .map(({ details }) => details.bookedAt !== undefined)
  return new Set(kinds).size === 2
}

function assertWithinOne(kinds: readonly boolean[], part: number): void {
  for (let from = 0; from < kinds.length; from += 1)
    for (let to = from + 1; to <= kinds.length; to += 1) {
      const booked = kinds.slice(from, to).filter(Boolean).length
      assert.ok(Math.abs(booked - (to - from) * part) <= 1)
    }
}

describe('a share of walk-ins and appointments', () => {
  it('B10 is held within one over any stretch of calls for which both wait', () => {
    const moments = fc.array(someMoment, { minLength: 20, maxLength: 120, size: 'max' })
    fc.assert(
      fc.property(someShare, moments, (share, day) => {
        const office = new TestOffice(someSettings({ share }))
        for (const { id, ...station } of STATIONS)
          office.ask(id, 0, { do: 'take-counter', ...station })
        for (let n = 0; n < 4; n += 1) office.arrive(0, 'licence', n % 2 ? booked(5) : {})
        const kinds: boolean[] = []
        for (const [index, moment] of day.entries()) {
          const minute = 1 + index / 10
          if ('service' in moment) {
            office.arrive(minute, moment.service, moment.isBooked ? booked(minute + 5) : {})
            continue
          }
          const station = STATIONS[moment.by] ?? STATIONS[0]
          const isShared = bothWait(office, station.services)
          const call = callOne(office, minute, station)
          assert.equal(call?.reason?.shared ?? false, isShared)
          if (call && isShared) kinds.push(office.visit(call.id).details.bookedAt !== undefined)
        }
        assertWithinOne(kinds, share.appointments / (share.walkIns + share.appointments))
      }),
      { numRuns: 200 },
    )
  })

  it('B10 B20 says that it was somebody’s turn only when the rank alone would call another', () => {
    const office = new TestOffice(someSettings({ share: { walkIns: 1, appointments: 1 } }))
    for (const minute of [0, 1]) office.arrive(minute)
    office.arrive(2, 'licence', booked(30))
    const rules = [1, 2, 3].map(() => callOne(office, 3)?.reason)
    assert.deepEqual(
      rules.map((reason) => [reason?.rule, reason?.shared ?? false, reason?.passedOver]),
      [
        ['longest-wait', true, 0],
        ['share', true, 1],
        ['longest-wait', false, 0],
      ],
    )
  })

  it('B10 counts those ahead of you in the order of the share', () => {
    const office = new TestOffice(someSettings({ share: { walkIns: 2, appointments: 1 } }))
    const walkIns = [0, 1, 2].map((minute) => office.arrive(minute))
    const appointment = office.arrive(3, 'licence', booked(15))
    const { settings } = office.state
    assert.ok(settings)
    const ahead = (id: string) => peopleAhead(office.state, orderOf(settings), office.visit(id))
    assert.deepEqual(walkIns.map(ahead), [0, 1, 3])
    assert.equal(ahead(appointment), 2)
    callOne(office, 4)
    assert.deepEqual([ahead(walkIns[1] ?? ''), ahead(appointment)], [0, 1])
  })

  it('B10 mixes as evenly as can be, whatever the ratio', () => {
    const mixed = (walkIns: number, appointments: number) =>
      inShare({ walkIns, appointments }, 0, Array<string>(6).fill('W'), Array<string>(6).fill('A'))
        .slice(0, walkIns + appointments)
        .join('')
    assert.equal(mixed(3, 1), 'WWWA')
    assert.equal(mixed(3, 2), 'WWAWA')
    assert.equal(mixed(2, 2), 'WAWA')
  })
})
