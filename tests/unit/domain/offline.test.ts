// Numbers that a kiosk gave while it was cut off, as they join the line afterwards.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'mocha'
import type { OfflineTicket } from '../../../server/domain/commands.ts'
import { waitOf } from '../../../server/domain/metrics.ts'
import { ticketText } from '../../../server/domain/ticket-number.ts'
import { MINUTE, OPENING, someSettings, TestOffice } from './domain-builders.ts'

const HOUR = 60
const licence = [{ service: 'licence', channel: 'in-person', quantity: 1 }] as const

describe('A20 an offline ticket', () => {
  let office: TestOffice
  beforeEach(() => {
    office = new TestOffice()
    office.ask('ann', 0, { do: 'take-counter', counter: '1' })
  })

  /** Joins at `minute`, having arrived at `arrived`; the id of its visit. */
  function join(minute: number, arrived: number, more: Partial<OfflineTicket> = {}): string {
    const decision = office.ask('kiosk', minute, {
      do: 'join-offline-ticket',
      visit: `offline-${office.facts.length}`,
      number: { prefix: 'K1', value: 1 },
      requests: licence,
      language: 'fr',
      arrivedAt: OPENING + arrived * MINUTE,
      ...more,
    })
    assert.ok(decision.ok && decision.visit !== null)
    return decision.visit
  }
  const callNext = (minute: number): string | null => {
    const decision = office.ask('ann', minute, { do: 'call-next', counter: '1' })
    assert.ok(decision.ok)
    return decision.visit
  }
  const types = (): string[] => office.facts.map(({ body }) => body.type)

  it('joins at its true arrival, before who came later, and its wait is exact', () => {
    const before = office.arrive(1)
    const after = office.arrive(9)
    const offline = join(10, 4)

    assert.equal(ticketText(office.visit(offline).number), 'K1-001')
    assert.deepEqual([callNext(11), office.visit(before).state], [before, 'called'])
    office.ask('ann', 11, { do: 'no-show', visit: before })
    assert.equal(callNext(12), offline)
    assert.equal(waitOf(office.visit(offline), 0), 8 * MINUTE)
    assert.equal(office.visit(after).state, 'waiting')
    assert.equal(
      office.facts.find(({ body }) => 'visit' in body && body.visit === offline)?.at,
      OPENING + 4 * MINUTE,
    )
  })

  it('leaves no gap in the office’s own series, and is taken once', () => {
    const first = office.arrive(1)
    const offline = join(10, 4)
    const second = office.arrive(11)
    assert.deepEqual(
      [first, second].map((id) => office.visit(id).number.value),
      [1, 2],
    )
    const facts = office.facts.length
    assert.equal(join(12, 4), offline)
    assert.equal(office.facts.length, facts)
  })

  it('takes the place of the number whose answer was lost: that one left by mistake', () => {
    const lost = office.arrive(3)
    const offline = join(10, 3, { instead: lost })
    assert.notEqual(offline, lost)
    assert.deepEqual([office.visit(lost).state, office.visit(offline).state], ['left', 'waiting'])
    const left = office.facts.find(({ body }) => body.type === 'visit-left')?.body
    assert.ok(left?.type === 'visit-left' && left.by === 'mistake')
  })

  it('also when an agent was just calling that number, or it did not come', () => {
    const called = office.arrive(1)
    callNext(2)
    const offline = join(3, 1, { instead: called })
    assert.deepEqual([office.visit(called).state, callNext(4)], ['left', offline])
    office.ask('ann', 5, { do: 'begin', visit: offline })
    office.ask('ann', 5, { do: 'finish', visit: offline })

    const missed = office.arrive(6)
    callNext(7)
    office.ask('ann', 8, { do: 'no-show', visit: missed })
    const present = join(9, 6, { instead: missed, number: { prefix: 'K1', value: 2 } })
    assert.deepEqual([office.visit(missed).state, callNext(10)], ['no-show', present])
  })

  it('is nobody new when the other number is being served, was served, or is gone on', () => {
    const served = office.arrive(1)
    callNext(2)
    office.ask('ann', 2, { do: 'begin', visit: served })
    const facts = office.facts.length
    assert.equal(join(3, 1, { instead: served }), served)
    office.ask('ann', 4, { do: 'finish', visit: served })
    assert.equal(join(5, 1, { instead: served }), served)
    assert.equal(join(5, 1, { instead: 'sent to another office' }), 'sent to another office')
    assert.equal(office.facts.length, facts + 1)
  })

  it('whose arrival cannot be is not lost: it waits from now, its times marked wrong', () => {
    for (const [value, arrived] of [
      [1, 10 + HOUR],
      [2, 10 - 8 * 24 * HOUR],
    ] as const) {
      const visit = office.visit(join(10, arrived, { number: { prefix: 'K1', value } }))
      assert.deepEqual(
        [visit.state, visit.arrivedAt, visit.timesWrong, visit.number.day],
        ['waiting', OPENING + 10 * MINUTE, true, '2026-06-02'],
      )
    }
  })

  it('a few seconds ahead of the office is of now, and nothing is wrong with it', () => {
    const visit = office.visit(join(10, 10.5))
    assert.deepEqual([visit.arrivedAt, visit.timesWrong], [OPENING + 10 * MINUTE, false])
  })

  it('of a day that is over is written down and closed', () => {
    const visit = office.visit(join(24 * HOUR, 30))
    assert.deepEqual(
      [visit.number.day, visit.state, visit.arrivedAt],
      ['2026-06-02', 'closed', OPENING + 30 * MINUTE],
    )
    assert.equal(callNext(24 * HOUR + 1), null)
  })

  it('joins a closed office, a stopped and a withdrawn service, and one without its service', () => {
    const closed = { week: [[], [], [], [], [], [], []], exceptions: [] }
    const settings = someSettings()
    const services = settings.services.map((each) => ({
      ...each,
      quota: 1,
      ...(each.code === 'licence' ? { withdrawn: true } : {}),
    }))
    office.ask('root', 1, { do: 'configure', settings: { ...settings, services, hours: closed } })
    office.ask('root', 1, { do: 'stop-intake', service: null, reason: 'full' })
    assert.equal(office.visit(join(10, 4)).requests[0]?.service, 'licence')
    const gone = [{ service: 'gone', channel: 'in-person', quantity: 1 }] as const
    const more = { requests: gone, number: { prefix: 'K1', value: 2 } }
    assert.equal(office.visit(join(10, 4, more)).requests[0]?.service, 'health')
    assert.ok(!types().includes('times-marked-wrong'))
  })
})
