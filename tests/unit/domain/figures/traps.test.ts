// The traps of figures, one by one: each is a way in which reports elsewhere are wrong.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { agentsOfDay } from '../../../../server/domain/figures/agents-of-day.ts'
import { slotsOfDay } from '../../../../server/domain/figures/day-slots.ts'
import { Gathering, toGathered, type CellFilter } from '../../../../server/domain/figures/gather.ts'
import type { Grouping } from '../../../../server/domain/figures/keys.ts'
import { cellsOfDay } from '../../../../server/domain/figures/of-day.ts'
import { figuresOfVisit } from '../../../../server/domain/figures/of-visit.ts'
import type { Figures } from '../../../../server/domain/figures/summary.ts'
import { lengthOf } from '../../../../server/domain/segments.ts'
import { officeDay, nextDay, startOfDay } from '../../../../server/domain/office-time.ts'
import { anyDay, runDay } from '../day-steps.ts'
import { MINUTE, OPENING, someSettings, TestOffice } from '../domain-builders.ts'

const EVERYTHING: CellFilter = {
  services: null,
  categories: null,
  programmes: null,
  channels: null,
  agents: null,
  outcomes: null,
  kind: null,
  flagged: 'with',
}

type Seen = Pick<TestOffice, 'state' | 'facts'>

/** Figures of the office's day, `minute` minutes after its opening. */
function figuresAt(office: Seen, minute: number, by: readonly Grouping[] = [], target = 10) {
  const { state, facts } = office
  const settings = state.settings ?? someSettings()
  const zone = settings.timeZone
  const now = OPENING + minute * MINUTE
  const day = officeDay(OPENING, zone)
  const visits = [...state.visits.values(), ...state.ended.values()]
  const span = { from: startOfDay(day, zone), to: startOfDay(nextDay(day), zone), now }
  const agents = agentsOfDay(visits, facts, span)
  const { cells, floors } = cellsOfDay({ day, zone, settings, visits, agents, door: [], now })
  const gathering = new Gathering(EVERYTHING, by)
  const place = { office: 'test', targetMinutes: target, day, month: '2026-06', dayInSlot: null }
  for (const { key, cell } of cells.all()) gathering.sumsFor(place, key)?.merge(cell)
  for (const [slot, floor] of floors) gathering.takeFloor(place, slot, floor)
  return toGathered(gathering, null)
}

const totalAt = (office: Seen, minute: number): Figures => figuresAt(office, minute).total

function withAgent(office = new TestOffice(), agent = 'ann', counter = '1'): TestOffice {
  office.ask(agent, 0, { do: 'take-counter', counter })
  return office
}

/** Called, begun and finished at these minutes. */
function serve(office: TestOffice, visit: string, [call, begin, finish]: readonly number[]): void {
  office.ask('ann', call ?? 0, { do: 'call', visit, counter: '1' })
  office.ask('ann', begin ?? 0, { do: 'begin', visit })
  office.ask('ann', finish ?? 0, { do: 'finish', visit })
}

describe('traps of figures', () => {
  it('F6 a recall does not move the wait', () => {
    const office = withAgent()
    const visit = office.arrive(0)
    office.ask('ann', 10, { do: 'call', visit, counter: '1' })
    for (const minute of [11, 12, 13]) office.ask('ann', minute, { do: 'recall', visit })
    office.ask('ann', 14, { do: 'begin', visit })
    office.ask('ann', 20, { do: 'finish', visit })
    const { spreads, shares } = totalAt(office, 30)
    assert.equal(spreads.wait.max, 10 * MINUTE)
    assert.equal(spreads.callToDesk.max, 4 * MINUTE)
    assert.equal(shares.recallRate?.numerator, 3)
  })

  it('F6 sent back in line, somebody waits on, and each stretch counts', () => {
    const office = withAgent()
    const visit = office.arrive(0)
    office.ask('ann', 10, { do: 'call', visit, counter: '1' })
    office.ask('ann', 12, { do: 'return', visit, place: 'last' })
    serve(office, visit, [17, 18, 25])
    const { spreads, shares } = totalAt(office, 30)
    assert.equal(spreads.wait.max, 15 * MINUTE)
    assert.equal(shares.returnRate?.numerator, 1)
  })

  it('F6 segments sum to the time in the office exactly, whatever happens', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        runDay(day, ({ state }, seen) => {
          for (const visit of seen) {
            const figures = figuresOfVisit(visit, () => 0)
            if (figures?.timeInOffice == null) continue
            const here = visit.segments.filter((each) => each.state !== 'expected')
            const sum = here.reduce((total, each) => total + lengthOf(each, state.recordedAt), 0)
            assert.equal(figures.timeInOffice, sum)
            assert.equal((figures.endedAt ?? 0) - figures.from, sum)
          }
        })
      }),
      { numRuns: 100 },
    )
  })

  it('F6 what is unknown is not zero', () => {
    const office = withAgent()
    const direct = office.arrive(0)
    office.ask('ann', 3, { do: 'begin', visit: direct })
    office.ask('ann', 9, { do: 'finish', visit: direct })
    const { spreads, shares } = totalAt(office, 30)
    assert.deepEqual([spreads.callToDesk.n, spreads.callToDesk.mean], [0, null])
    assert.deepEqual([spreads.preTicket.n, spreads.preTicket.p50], [0, null])
    assert.deepEqual([spreads.holdTime.n, spreads.holdTime.max], [0, null])
    assert.equal(spreads.wait.max, 3 * MINUTE)
    assert.equal(shares.noShow?.share, null)
    assert.equal(shares.walkAway, null)
    const nobody = totalAt(new TestOffice(), 30)
    assert.deepEqual([nobody.spreads.wait.mean, nobody.spreads.wait.p90], [null, null])
    assert.equal(nobody.rates.arrivals, null)
  })

  it('F9 half hours are [start, end) by the office’s clock', () => {
    const office = withAgent()
    office.arrive(29.999)
    office.arrive(30)
    office.arrive(59.999)
    const { groups } = figuresAt(office, 70, ['half-hour'])
    const visits = groups.map(({ keys: [at], figures }) => [at, figures.counts.visits] as const)
    assert.deepEqual(new Map(visits).get('09:00'), 1)
    assert.deepEqual(new Map(visits).get('09:30'), 2)
    assert.deepEqual(new Map(visits).get('10:00'), 0)
  })

  const CHANGES: [day: string, zone: string, hours: number][] = [
    ['2026-03-08', 'America/Toronto', 23],
    ['2026-11-01', 'America/Toronto', 25],
    ['2026-03-08', 'America/St_Johns', 23],
    ['2026-11-01', 'America/St_Johns', 25],
    ['2026-11-01', 'America/Vancouver', 24],
  ]
  for (const [day, zone, hours] of CHANGES)
    it(`F9 ${day} has ${hours} hours in ${zone}, and no half hour is lost or counted twice`, () => {
      const slots = slotsOfDay(day, zone)
      const length = slots.reduce((sum, { from, to }) => sum + to - from, 0)
      assert.equal(length, hours * 60 * MINUTE)
      assert.equal(slots.length, hours * 2)
      for (const [index, slot] of slots.entries()) {
        assert.equal(slots[index + 1]?.from ?? slot.to, slot.to)
      }
      const names = new Set(slots.map(({ slot }) => slot))
      assert.equal(names.size, Math.min(48, hours * 2))
    })

  it('F14 the night’s leftovers are an outcome of their own: not served, left or no-show', () => {
    const office = withAgent()
    office.arrive(0)
    office.ask('night', 15 * 60 + 30, { do: 'close-day', day: '2026-06-03' }, true)
    const { counts, spreads, shares, flags } = totalAt(office, 16 * 60)
    assert.deepEqual([counts.closed, counts.served, counts.left, counts.noShow], [1, 0, 0, 0])
    assert.equal(spreads.timeToLeave.n, 0)
    assert.equal(shares.left?.numerator, 0)
    assert.equal(flags['closed-by-night'], 1)
  })

  it('A22 the wait at the door stands beside the wait after the ticket, and is in no other', () => {
    const office = withAgent()
    const visit = office.arrive(4, 'licence', { details: { preparation: 4 * MINUTE } })
    serve(office, visit, [10, 11, 20])
    const { spreads } = totalAt(office, 30)
    assert.equal(spreads.preTicket.max, 4 * MINUTE)
    assert.equal(spreads.wait.max, 6 * MINUTE)
    assert.equal(spreads.timeInOffice.max, 16 * MINUTE)
  })

  it('F14 those who still wait, and those who left, stand beside those served', () => {
    const office = withAgent()
    const [served, gone] = [office.arrive(0), office.arrive(1)]
    office.arrive(2)
    serve(office, served, [5, 6, 9])
    office.ask('ann', 20, { do: 'leave', visit: gone, by: 'staff' })
    const { counts, spreads, shares } = totalAt(office, 60)
    assert.deepEqual([counts.served, counts.left, counts.stillHere, counts.visits], [1, 1, 1, 3])
    assert.equal(spreads.wait.n, 1)
    assert.equal(spreads.timeToLeave.max, 19 * MINUTE)
    assert.deepEqual(shares.left, { numerator: 1, denominator: 3, share: 1 / 3 })
  })

  it('F11 a service level names its denominator: who gave up after the target counts against one', () => {
    const office = withAgent()
    const [first, second, early, late] = [0, 1, 2, 3].map((minute) => office.arrive(minute))
    office.ask('ann', 6, { do: 'leave', visit: early ?? '', by: 'staff' })
    serve(office, first ?? '', [10, 11, 12])
    serve(office, second ?? '', [13, 14, 15])
    office.ask('ann', 40, { do: 'leave', visit: late ?? '', by: 'staff' })
    const { shares } = totalAt(office, 60)
    assert.deepEqual(shares.withinTargetServed, { numerator: 1, denominator: 2, share: 0.5 })
    assert.deepEqual(shares.withinTarget, { numerator: 1, denominator: 3, share: 1 / 3 })
  })

  it('F15 waits without an appointment and with one stand side by side, the latter from its time on', () => {
    const office = withAgent()
    const bookedAt = OPENING + 20 * MINUTE
    const walkIn = office.arrive(0)
    const booked = office.arrive(5, 'licence', { details: { bookedAt } })
    serve(office, walkIn, [12, 13, 20])
    serve(office, booked, [24, 25, 30])
    const groups = new Map(
      figuresAt(office, 60, ['kind']).groups.map(({ keys: [kind], figures }) => [kind, figures]),
    )
    assert.equal(groups.get('walk-in')?.spreads.wait.max, 12 * MINUTE)
    assert.equal(groups.get('booked')?.spreads.wait.max, 4 * MINUTE)
    assert.equal(totalAt(office, 60).spreads.wait.n, 2)
  })

  it('F16 the way to the counter is from the last call to the start of service, and else unknown', () => {
    const office = withAgent()
    const [slow, missed, direct] = [0, 1, 2].map((minute) => office.arrive(minute))
    office.ask('ann', 5, { do: 'call', visit: slow ?? '', counter: '1' })
    office.ask('ann', 6, { do: 'recall', visit: slow ?? '' })
    office.ask('ann', 8, { do: 'begin', visit: slow ?? '' })
    office.ask('ann', 9, { do: 'finish', visit: slow ?? '' })
    office.ask('ann', 10, { do: 'call', visit: missed ?? '', counter: '1' })
    office.ask('ann', 12, { do: 'no-show', visit: missed ?? '' })
    office.ask('ann', 13, { do: 'begin', visit: direct ?? '' })
    office.ask('ann', 15, { do: 'finish', visit: direct ?? '' })
    const { spreads } = totalAt(office, 30)
    assert.deepEqual([spreads.callToDesk.n, spreads.callToDesk.max], [1, 3 * MINUTE])
  })

  it('F10 an undone arrival never was a visit', () => {
    const office = withAgent()
    const visit = office.arrive(0)
    office.ask('kiosk', 0.5, { do: 'undo', visit })
    const { counts } = totalAt(office, 10)
    assert.deepEqual([counts.visits, counts.left], [0, 0])
  })

  it('F17 what agents did adds up to the time they were signed in, and two things at once count once', () => {
    const office = withAgent()
    serve(office, office.arrive(0), [10, 12, 20])
    office.ask('ann', 25, { do: 'change-availability', availability: 'break' })
    office.ask('ann', 40, { do: 'change-availability', availability: 'available' })
    office.ask('ann', 60, { do: 'sign-off' })
    const { doing, shares } = totalAt(office, 90)
    assert.equal(
      Object.values(doing ?? {}).reduce((sum, each) => sum + each, 0),
      60 * MINUTE,
    )
    assert.deepEqual(
      [doing?.idle, doing?.called, doing?.serving, doing?.break],
      [35, 2, 8, 15].map((minutes) => minutes * MINUTE),
    )
    assert.deepEqual(shares.utilisation, shareOf(10, 45))
    assert.deepEqual(shares.occupancy, shareOf(10, 45))
  })

  it('F12 the mean number there is arrivals times time in the office: L = λW', () => {
    const office = withAgent()
    for (const minute of [0, 10, 20])
      serve(office, office.arrive(minute), [minute + 5, minute + 6, minute + 9])
    const { spreads, levels, rates } = totalAt(office, 60)
    const hours = spreads.timeInOffice.n / (rates.arrivals ?? 0)
    const l = ((rates.arrivals ?? 0) * (spreads.timeInOffice.mean ?? 0)) / (60 * MINUTE)
    assert.ok(Math.abs((levels.peopleHere?.mean ?? 0) - l) < 1e-9)
    assert.equal(levels.peopleHere?.max, 1)
    assert.equal(hours, 1)
  })

  it('F10 unknown is not zero: people were served, and nobody is known to have been at a counter', () => {
    const office = withAgent()
    serve(office, office.arrive(0), [5, 6, 9])
    const seen = totalAt(office, 60).levels.openCounters
    assert.equal(seen?.max, 1)
    const { levels, counts } = totalAt({ state: office.state, facts: [] }, 60)
    assert.deepEqual([counts.served, levels.openCounters], [1, null])
    assert.equal(
      totalAt({ state: new TestOffice().state, facts: [] }, 60).levels.openCounters?.max,
      0,
    )
  })

  it('F10 time on hold is in neither the wait nor service', () => {
    const office = withAgent()
    const visit = office.arrive(0)
    office.ask('ann', 5, { do: 'call', visit, counter: '1' })
    office.ask('ann', 6, { do: 'begin', visit })
    office.ask('ann', 8, { do: 'hold', visit })
    office.ask('ann', 20, { do: 'begin', visit })
    office.ask('ann', 24, { do: 'finish', visit })
    const { spreads, shares } = totalAt(office, 30)
    assert.equal(spreads.wait.max, 5 * MINUTE)
    assert.equal(spreads.serviceTime.max, 6 * MINUTE)
    assert.equal(spreads.holdTime.max, 12 * MINUTE)
    assert.equal(shares.holdRate?.numerator, 1)
  })
})

const shareOf = (numerator: number, denominator: number) => ({
  numerator: numerator * MINUTE,
  denominator: denominator * MINUTE,
  share: numerator / denominator,
})
