// Reasons to doubt a record: each found where it is due, and not where it is not.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { flagsOfDay } from '../../../../server/domain/figures/flags.ts'
import type { Flag } from '../../../../server/domain/figures/keys.ts'
import { MINUTE, OPENING, TestOffice } from '../domain-builders.ts'

const ZONE = 'America/Vancouver'

function flagsOf(office: TestOffice, visit: string): readonly Flag[] {
  const { visits, ended } = office.state
  return flagsOfDay([...visits.values(), ...ended.values()], ZONE).get(visit) ?? []
}

function withAgent(): TestOffice {
  const office = new TestOffice()
  office.ask('ann', 0, { do: 'take-counter', counter: '1' })
  return office
}

function serve(office: TestOffice, visit: string, from: number, minutes: number): void {
  office.ask('ann', from, { do: 'call', visit, counter: '1' })
  office.ask('ann', from, { do: 'begin', visit })
  office.ask('ann', from + minutes, { do: 'finish', visit })
}

describe('reasons to doubt a record', () => {
  it('F26 service under 15 seconds, and not of 15', () => {
    const office = withAgent()
    const [short, enough] = [office.arrive(0), office.arrive(0, 'tax')]
    serve(office, short, 5, 14.9 / 60)
    serve(office, enough, 10, 15 / 60)
    assert.deepEqual(flagsOf(office, short), ['too-short'])
    assert.deepEqual(flagsOf(office, enough), [])
  })

  it('F26 left open overnight, or closed by the night', () => {
    const office = withAgent()
    const [late, left] = [office.arrive(0), office.arrive(5)]
    serve(office, late, 16 * 60, 5)
    office.ask('night', 17 * 60, { do: 'close-day', day: '2026-06-03' }, true)
    assert.deepEqual(flagsOf(office, late), ['overnight'])
    assert.deepEqual(flagsOf(office, left), ['closed-by-night'])
  })

  it('F26 three calls in a row that nobody answered to, and not two', () => {
    const unanswered = (office: TestOffice, count: number): string[] => {
      const ids = Array.from({ length: count }, (_, n) => office.arrive(n))
      for (const [n, visit] of ids.entries()) {
        office.ask('ann', 10 + n, { do: 'call', visit, counter: '1' })
        office.ask('ann', 10.5 + n, { do: 'no-show', visit })
      }
      return ids
    }
    const [two, three] = [withAgent(), withAgent()]
    for (const id of unanswered(two, 2)) assert.deepEqual(flagsOf(two, id), [])
    for (const id of unanswered(three, 3)) assert.deepEqual(flagsOf(three, id), ['unserved-run'])
  })

  it('F26 times marked not right, until a manager has said how it was', () => {
    const office = withAgent()
    const visit = office.arrive(0)
    office.ask('ann', 5, { do: 'call', visit, counter: '1' })
    office.ask('ann', 5, { do: 'begin', visit })
    office.ask('ann', 9, { do: 'finish', visit, timesWrong: true })
    assert.deepEqual(flagsOf(office, visit), ['times-wrong'])
    const endedAt = OPENING + 8 * MINUTE
    const reason = 'forgot'
    const known = office.visit(visit)
    office.ask('boss', 20, { do: 'correct', visit, to: 'served', endedAt, reason, known }, true)
    assert.deepEqual(flagsOf(office, visit), [])
  })

  it('F26 a second ticket of what looks like one person, the one that nobody came with', () => {
    const office = withAgent()
    const [used, spare, other] = [office.arrive(0), office.arrive(0.5), office.arrive(3)]
    serve(office, used, 5, 4)
    for (const visit of [spare, other]) office.ask('ann', 20, { do: 'leave', visit, by: 'staff' })
    assert.deepEqual(flagsOf(office, spare), ['duplicate'])
    assert.deepEqual(flagsOf(office, used), [])
    assert.deepEqual(flagsOf(office, other), [])
  })
})
