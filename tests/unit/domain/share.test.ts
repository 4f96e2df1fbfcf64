// Appointments and walk-ins: by booked time, and in the office's share.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { orderOf } from '../../../server/domain/deciding.ts'
import { listFor } from '../../../server/domain/order.ts'
import { MINUTE, OPENING, someSettings, TestOffice } from './domain-builders.ts'

const booked = (minute: number) => ({ details: { bookedAt: OPENING + minute * MINUTE } })

/** Who is called next, and why; ends the visit. */
function callOne(office: TestOffice, minute: number) {
  const decision = office.ask('ann', minute, { do: 'call-next', counter: '1' })
  if (!decision.ok || decision.visit === null) return null
  const fact = decision.facts.at(-1)?.body
  office.ask('ann', minute, { do: 'no-show', visit: decision.visit })
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

describe('a share of walk-ins and appointments', () => {
  it('B10 is held within one over any window in which both wait, and the list is in call order', () => {
    const sizes = { min: 1, max: 4 }
    fc.assert(
      fc.property(
        fc.integer(sizes),
        fc.integer(sizes),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 40 }),
        (walkIns, appointments, arrivals) => {
          const office = new TestOffice(someSettings({ share: { walkIns, appointments } }))
          for (const isBooked of arrivals) office.arrive(0, 'licence', isBooked ? booked(5) : {})
          office.ask('ann', 1, { do: 'take-counter', counter: '1' })
          const { state } = office
          const agent = state.agents.get('ann')
          assert.ok(agent && state.settings)
          const list = listFor(state, orderOf(state.settings), agent).map(({ id }) => id)
          const called: string[] = []
          const kinds: boolean[] = []
          for (let call = callOne(office, 1); call; call = callOne(office, 1)) {
            called.push(call.id)
            const isBooked = office.visit(call.id).details.bookedAt !== undefined
            if (call.reason?.shared) kinds.push(isBooked)
          }
          assert.deepEqual(called, list)
          const part = appointments / (walkIns + appointments)
          for (let from = 0; from < kinds.length; from += 1)
            for (let to = from + 1; to <= kinds.length; to += 1) {
              const got = kinds.slice(from, to).filter(Boolean).length
              const round = walkIns + appointments
              if ((to - from) % round === 0) assert.equal(got, (to - from) * part)
            }
        },
      ),
      { numRuns: 100 },
    )
  })
})
