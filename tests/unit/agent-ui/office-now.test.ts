// The office right now: its figures, worked out of the rows of the desk.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { DeskVisit } from '#protocol'
import { readDesk } from '../../../agent-ui/src/composables/desk-rows.ts'
import {
  countersNow,
  isOverdue,
  levelOf,
  onHold,
  waitingByService,
  waitingFigures,
} from '../../../agent-ui/src/composables/office-now.ts'
import { factWord } from '../../../agent-ui/src/composables/office-now-story.ts'
import { AT, aCounter, aView, aVisit, myCounter } from './desk-builders.ts'

const MINUTE = 60_000
const NOW = Date.parse(AT)
const ago = (minutes: number): string => new Date(NOW - minutes * MINUTE).toISOString()
const inMinutes = (minutes: number): string => ago(-minutes)

let made = 0
function waits(minutes: number, rest: Partial<DeskVisit> = {}): DeskVisit {
  made += 1
  const id = `visit-${made}`
  return aVisit({ id, sortKey: id, arrivedAt: ago(minutes), since: ago(minutes), ...rest })
}
const officeOf = (...rows: Parameters<typeof aView>[1]) => readDesk(aView(1, rows))

describe('the office right now', () => {
  it('F5 P26 counts tickets, the people who share them, and finds the longest wait', () => {
    const desk = officeOf(waits(4, { ticket: 'A002' }), waits(20, { ticket: 'A001', party: 4 }))

    const figures = waitingFigures(desk, NOW)

    assert.equal(figures.tickets, 2)
    assert.equal(figures.people, 5)
    assert.equal(figures.longest?.visit.ticket, 'A001')
    assert.equal(figures.longest.since, NOW - 20 * MINUTE)
    assert.equal(figures.longest.level, 'attention')
  })

  it('F5 P26 says who has waited too long by the office’s own thresholds', () => {
    const desk = officeOf(waits(29), waits(30, { ticket: 'A030' }), waits(61, { ticket: 'A061' }))

    const { tooLong } = waitingFigures(desk, NOW)

    assert.deepEqual(
      tooLong.map(({ visit }) => visit.ticket),
      ['A061', 'A030'],
    )
  })

  it('F5 P26 begins each level at its very minute', () => {
    const threshold = { attentionMinutes: 10, tooLongMinutes: 20 }
    const levels = [10 * MINUTE - 1, 10 * MINUTE, 20 * MINUTE - 1, 20 * MINUTE].map((duration) =>
      levelOf(duration, threshold),
    )

    assert.deepEqual(levels, ['fine', 'attention', 'attention', 'too-long'])
  })

  it('B11 counts the wait of an appointment from its booked time, never before the arrival', () => {
    const early = waits(40, { bookedAt: ago(5) })
    const late = waits(10, { bookedAt: ago(60) })

    assert.equal(waitingFigures(officeOf(early), NOW).longest?.since, NOW - 5 * MINUTE)
    assert.equal(waitingFigures(officeOf(late), NOW).longest?.since, NOW - 10 * MINUTE)
  })

  it('C30 P20 leaves telephone and mail out of the waiting figures', () => {
    const request = { id: 1, service: 'notary', quantity: 1, done: false, outcome: null }
    const desk = officeOf(waits(50, { requests: [{ ...request, channel: 'phone' }] }))

    assert.equal(waitingFigures(desk, NOW).tickets, 0)
    assert.deepEqual(waitingByService(desk, NOW), [])
  })

  it('F5 P26 counts by service, the longest wait first, and says what nobody takes', () => {
    const desk = officeOf(
      myCounter({ services: ['notary'] }),
      aCounter('2', { agent: 'ben', availability: 'break' }),
      waits(5),
      waits(9),
      waits(30, { service: 'passport', party: 2 }),
    )

    const services = waitingByService(desk, NOW)

    assert.deepEqual(
      services.map(({ service, tickets, people, isTakenByNobody }) => ({
        ...{ service, tickets, people, isTakenByNobody },
      })),
      [
        { service: 'passport', tickets: 1, people: 2, isTakenByNobody: true },
        { service: 'notary', tickets: 2, people: 2, isTakenByNobody: false },
      ],
    )
    assert.equal(services[1]?.longest.since, NOW - 9 * MINUTE)
  })

  it('P26 puts those on hold first who should be back', () => {
    const held = (minutes: number, backAt: string | null, ticket: string): DeskVisit =>
      waits(minutes, { state: 'held', backAt, ticket })
    const desk = officeOf(
      held(50, null, 'A050'),
      held(10, ago(0), 'A010'),
      held(20, inMinutes(5), 'A020'),
      held(12, ago(3), 'A012'),
    )

    const list = onHold(desk, NOW)

    assert.deepEqual(
      list.map(({ visit, late }) => [visit.ticket, late]),
      [
        ['A012', 3 * MINUTE],
        ['A010', 0],
        ['A050', null],
        ['A020', null],
      ],
    )
    assert.equal(list[2]?.level, 'too-long')
  })

  it('P26 counts among those on hold whoever is late, and whoever is there too long', () => {
    const held = (minutes: number, backAt: string | null, ticket: string): DeskVisit =>
      waits(minutes, { state: 'held', backAt, ticket })
    const { tooLongMinutes } = officeOf().rules.thresholds.hold
    const desk = officeOf(
      held(tooLongMinutes, inMinutes(5), 'A001'),
      held(tooLongMinutes - 1, null, 'A002'),
      held(1, ago(0), 'A003'),
    )

    const overdue = onHold(desk, NOW).filter(isOverdue)

    assert.deepEqual(
      overdue.map(({ visit }) => visit.ticket),
      ['A003', 'A001'],
    )
  })

  it('F5 P26 says of each counter who, in what state, since when, with whom', () => {
    const called = waits(9, { id: 'called', state: 'called', since: ago(1) })
    const serving = waits(60, { id: 'serving', state: 'serving', since: ago(31) })
    const there = { agent: 'x', since: ago(45) }
    const desk = officeOf(
      aCounter('1', { ...there, availability: 'available', visit: 'called' }),
      aCounter('2', { ...there, availability: 'available', visit: 'serving' }),
      aCounter('3', { ...there, availability: 'available' }),
      aCounter('4', { ...there, availability: 'wrap-up' }),
      aCounter('5', { ...there, availability: 'away', reason: 'lunch' }),
      aCounter('6'),
      called,
      serving,
    )

    const counters = countersNow(desk, NOW)

    assert.deepEqual(
      counters.map(({ doing, since, level }) => [doing, since && (NOW - since) / MINUTE, level]),
      [
        ['called', 1, 'fine'],
        ['serving', 31, 'too-long'],
        ['available', 45, 'fine'],
        ['wrap-up', 45, 'fine'],
        ['away', 45, 'fine'],
        ['closed', null, 'fine'],
      ],
    )
    assert.equal(counters[1]?.visit?.id, 'serving')
  })

  it('has a word for a fact of next year', () => {
    assert.equal(factWord('visit-called'), 'officeNow.story.facts.visit-called')
    assert.equal(factWord('visit-teleported'), 'officeNow.story.facts.other')
    assert.equal(factWord('toString'), 'officeNow.story.facts.other')
  })
})
