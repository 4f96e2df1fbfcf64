// A visit goes from one office to another: the desks and boards of the first see it go, those of the
// second see it come.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { Map as PersistentMap } from 'immutable'
import type { OfficeChanged } from '#protocol/events'
import { whole } from '#protocol/slim-rows'
import { SAMPLE_OFFICES } from '../../server/cli/province/offices.ts'
import type { Fact, FactBody } from '../../server/domain/facts.ts'
import { apply, emptyOffice, type OfficeState } from '../../server/domain/state.ts'
import { toChanged } from '../../server/features/board/announcements.ts'
import { boardProjection } from '../../server/features/board/board-projection.ts'
import { signProjection } from '../../server/features/board/sign-projection.ts'
import { kioskProjection } from '../../server/features/check-in/kiosk-projection.ts'
import { deskProjection } from '../../server/features/desk/desk-projection.ts'
import { publicProjection } from '../../server/features/public/public-projection.ts'
import { Publisher, type LiveServer } from '../../server/live/publisher.ts'
import type { Snapshot } from '../../server/office/asking.ts'

const actor = { kind: 'staff', id: 'ann' } as const

/** An office at which things happen, and what its screens are told of the last of them. */
class Told {
  private state: OfficeState
  private readonly sent: OfficeChanged[] = []
  private readonly publisher: Publisher<Snapshot>

  constructor(code: string, before: readonly FactBody[]) {
    const rooms = { has: () => true }
    const to = () => ({
      emit: (event: string, change: OfficeChanged) => {
        if (event === 'office:changed') this.sent.push(change)
      },
    })
    const io = { to, sockets: { adapter: { rooms } } } as unknown as LiveServer
    const desk = deskProjection(() => null)
    const projections = {
      ...{ desk, board: boardProjection, sign: signProjection },
      ...{ kiosk: kioskProjection, public: publicProjection },
    }
    this.publisher = new Publisher<Snapshot>(io, projections, () => 0)
    this.state = emptyOffice(code)
    const configured = SAMPLE_OFFICES.find((each) => each.code === code)
    if (configured) this.happens({ type: 'office-configured', settings: configured.settings })
    for (const body of before) this.happens(body)
    for (const as of ['desk', 'board', 'kiosk'] as const)
      this.publisher.view(code, as, this.snapshot(), this.state.seq)
  }

  snapshot(): Snapshot {
    return { state: this.state, people: PersistentMap() }
  }

  happens(body: FactBody): void {
    const before = this.snapshot()
    const seq = this.state.seq + 1
    const fact: Fact = { seq, recordedAt: seq * 1_000, at: seq * 1_000, actor, body }
    this.state = apply(this.state, fact)
    const after = this.snapshot()
    this.sent.length = 0
    this.publisher.publish(toChanged({ office: this.state.office, before, after, facts: [fact] }))
  }

  change(as: 'desk' | 'board'): Required<Pick<OfficeChanged, 'put' | 'drop'>> {
    const found = this.sent.find((each) => each.as === as)
    if (!found) throw new Error(`the ${as} was told nothing`)
    const { put, drop = [], at } = found
    return { put: put.map((row) => whole(as, row, at)), drop }
  }
}

describe('a visit that goes to another office', () => {
  const began: FactBody[] = [
    {
      type: 'agent-stationed',
      agent: 'ann',
      counter: '1',
      services: null,
      counterKinds: null,
      languages: null,
    },
    {
      type: 'visit-arrived',
      visit: 'v1',
      number: { day: '2026-06-02', prefix: 'A', value: 23 },
      requests: [{ service: 'driver-licence', channel: 'in-person', quantity: 1 }],
      language: 'en',
      priority: 'normal',
      via: 'kiosk',
    },
    {
      type: 'visit-called',
      visit: 'v1',
      agent: 'ann',
      counter: '1',
      reason: { rule: 'chosen', candidates: 1, passedOver: 0 },
    },
  ]

  it('P25 leaves the desks and the board of the one: row, counter and count', () => {
    const victoria = new Told('victoria', began)

    victoria.happens({ type: 'visit-sent', visit: 'v1', to: 'cranbrook' })

    const { put, drop } = victoria.change('desk')
    assert.deepEqual(drop, ['v1'])
    const counter = put.find((row) => row.id === 'counter:1')
    assert.ok(counter?.kind === 'counter' && 'agent' in counter && counter.agent === 'ann')
    assert.equal(counter.visit, null)
    assert.deepEqual(victoria.change('board').drop, ['v1'])
  })

  it('P25 comes to the desks of the other, with the number it had, and counts there', () => {
    const victoria = new Told('victoria', began)
    const carried = victoria.snapshot().state.visits.get('v1')
    assert.ok(carried)
    const cranbrook = new Told('cranbrook', [])
    const number = { ...carried.number, prefix: `VIC ${carried.number.prefix}` }

    cranbrook.happens({
      type: 'visit-received',
      visit: 'v1',
      from: 'victoria',
      standing: carried.arrivedAt,
      carried: { ...carried, number },
    })

    const { put, drop } = cranbrook.change('desk')
    assert.deepEqual(drop, [])
    const row = put.find((each) => each.id === 'v1')
    assert.ok(row?.kind === 'visit')
    assert.deepEqual([row.state, row.ticket], ['waiting', 'VIC A023'])
    assert.deepEqual(
      put.find((each) => each.kind === 'summary'),
      { id: 'summary', kind: 'summary', waiting: 1 },
    )
    assert.deepEqual(
      cranbrook.change('board').put.map((each) => each.kind),
      ['summary', 'service'],
    )
  })
})
