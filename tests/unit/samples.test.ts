// The samples are what screens are drawn from: each must be something the wire may carry.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { z } from 'zod'
import { JoinView } from '#protocol/join-view'
import { TicketView } from '#protocol/ticket-view'
import { Problem } from '#protocol/problems'
import { VoiceManifest } from '#protocol/room-contract'
import { Definition, FigureAnswer } from '#protocol/figures'
import { ManagerView, ProvinceView } from '#protocol/figures-live'
import { DEFINITIONS } from '#protocol'
import * as figures from '#protocol/sample-figures'
import * as figuresLive from '#protocol/sample-figures-live'
import * as samples from '#protocol/samples'
import * as views from '#protocol/views'

/** The sample as it would come out of JSON, read with the schema, which drops unknown fields. */
function read(schema: z.ZodType, sample: unknown): unknown {
  return schema.parse(JSON.parse(JSON.stringify(sample)))
}

describe('samples of the wire', () => {
  const CASES: [name: string, schema: z.ZodType, sample: unknown][] = [
    ['a busy desk', views.DeskView, samples.SAMPLE_DESK],
    ['a board', views.BoardView, samples.SAMPLE_BOARD],
    ['a sign', views.SignView, samples.SAMPLE_SIGN],
    ['the voice', VoiceManifest, samples.SAMPLE_VOICE],
    ['a kiosk', views.KioskView, samples.SAMPLE_KIOSK],
    ['the answer to a call', views.VisitAnswer, samples.SAMPLE_VISIT],
    ['a ticket', views.TicketAnswer, samples.SAMPLE_TICKET],
    ['a ticket on a phone', TicketView, samples.SAMPLE_TICKET_VIEW],
    ['what may be joined', JoinView, samples.SAMPLE_JOIN],
    ['who is signed in', views.Me, samples.SAMPLE_ME],
    ['a call for help', views.AlarmRow, samples.SAMPLE_ALARM],
    ['a message', views.StaffMessage, samples.SAMPLE_MESSAGE],
    ['figures by half hour', FigureAnswer, figures.SAMPLE_FIGURES],
    ['figures of a year', FigureAnswer, figures.SAMPLE_YEAR],
    ['a manager’s morning', ManagerView, figuresLive.SAMPLE_MANAGER],
    ['four offices', ProvinceView, figuresLive.SAMPLE_PROVINCE],
    ['a definition', Definition, DEFINITIONS[0]],
    ['a problem', Problem, samples.SAMPLE_PROBLEM],
  ]
  for (const [name, schema, sample] of CASES)
    it(`parses ${name} with nothing left over`, () => {
      assert.deepEqual(read(schema, sample), sample)
    })

  it('shows a desk with a dozen visits, six counters and rows that all have their own id', () => {
    const { rows } = samples.SAMPLE_DESK

    const visits = rows.filter((row) => row.kind === 'visit')
    const counters = rows.filter((row) => row.kind === 'counter')

    assert.equal(visits.length, 12)
    assert.equal(counters.length, 6)
    assert.equal(new Set(rows.map((row) => row.id)).size, rows.length)
  })

  it('names only what its own rules know', () => {
    const { rows } = samples.SAMPLE_DESK
    const rules = rows.find((row) => row.kind === 'rules')
    assert.ok(rules)
    const codes = (list: readonly { code: string }[]) => new Set(list.map((each) => each.code))
    for (const row of rows) {
      if (row.kind === 'counter' && row.reason !== undefined)
        assert.ok(codes(rules.reasons.away).has(row.reason), row.reason)
      if (row.kind !== 'visit') continue
      assert.ok(codes(rules.classes).has(row.priority), row.ticket)
      assert.ok(row.heldFor === null || codes(rules.reasons.hold).has(row.heldFor), row.ticket)
      assert.ok(
        row.counterKind === undefined || codes(rules.counterKinds).has(row.counterKind),
        row.ticket,
      )
    }
  })

  it('asks only for services and counters the office has', () => {
    const office = samples.SAMPLE_DESK.rows.find((row) => row.kind === 'office')
    assert.ok(office)
    const services = new Set(office.services.map((service) => service.code))
    const counters = new Set(office.counters.map((counter) => counter.code))
    const categories = new Set(office.categories.map((category) => category.code))

    for (const row of samples.SAMPLE_DESK.rows) {
      if (row.kind !== 'visit') continue
      assert.ok(
        row.requests.every((line) => services.has(line.service)),
        row.ticket,
      )
      assert.ok(row.counter === null || counters.has(row.counter), row.ticket)
    }
    assert.ok(office.services.every((service) => categories.has(service.category)))
  })
})
