// The list on the desk is in the order in which people would be called.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { RulesRow } from '#protocol'
import { readDesk, waitingFor } from '../../../agent-ui/src/composables/desk-rows.ts'
import { NO_RULES } from '../../../agent-ui/src/composables/no-rules.ts'
import { aView, aVisit, myCounter } from './desk-builders.ts'

const BOOKED = { bookedAt: '2026-11-23T18:00:00.000Z' }
const sharing = (share: RulesRow['share']): RulesRow => ({ ...NO_RULES, share })
const floor = (shareStep: number) =>
  ({ id: 'floor', kind: 'floor', shareStep, door: null }) as const
const ids = (visits: readonly { id: string }[]): string => visits.map((visit) => visit.id).join(' ')

const line = [
  aVisit({ id: 'w1', sortKey: '1' }),
  aVisit({ id: 'w2', sortKey: '2' }),
  aVisit({ id: 'w3', sortKey: '3', service: 'road-test' }),
  aVisit({ id: 'w4', sortKey: '4' }),
  aVisit({ id: 'b1', sortKey: '5', ...BOOKED }),
  aVisit({ id: 'b2', sortKey: '6', ...BOOKED }),
]

describe('B10: the list of an office that shares its calls', () => {
  it('takes three walk-ins to one appointment, from where the round stands', () => {
    const rules = sharing({ walkIns: 3, appointments: 1 })

    assert.equal(ids(readDesk(aView(1, [...line, rules])).waiting), 'w1 w2 w3 b1 w4 b2')
    assert.equal(ids(readDesk(aView(1, [...line, rules, floor(2)])).waiting), 'w1 b1 w2 w3 w4 b2')
  })

  it('counts the round over those whom the agent takes, not over everybody', () => {
    const rules = sharing({ walkIns: 2, appointments: 1 })
    const desk = readDesk(aView(1, [...line, rules]))
    const narrow = myCounter({ services: ['notary'] })

    assert.equal(ids(desk.waiting), 'w1 w2 b1 w3 w4 b2')
    assert.equal(ids(waitingFor(desk, narrow)), 'w1 w2 b1 w4 b2')
  })

  it('puts whoever a rule has raised before all others (B7)', () => {
    const raised = aVisit({ id: 'r', sortKey: '0', raised: 30, ...BOOKED })
    const rules = sharing({ walkIns: 3, appointments: 1 })

    assert.equal(ids(readDesk(aView(1, [...line, raised, rules])).waiting), 'r w1 w2 w3 b1 w4 b2')
  })

  it('is in the order of the sort keys where nothing is shared', () => {
    assert.equal(ids(readDesk(aView(1, line.toReversed())).waiting), 'w1 w2 w3 w4 b1 b2')
  })
})

describe('B5: whom an agent takes', () => {
  const waiting = [
    aVisit({ id: 'quick', sortKey: '1', counterKind: 'quick' }),
    aVisit({ id: 'french', sortKey: '2', language: 'fr' }),
    aVisit({ id: 'any', sortKey: '3' }),
  ]

  it('follows services, kinds of counter and languages', () => {
    const desk = readDesk(aView(1, waiting))

    assert.equal(ids(waitingFor(desk, myCounter())), 'quick french any')
    assert.equal(ids(waitingFor(desk, myCounter({ counterKinds: ['counter'] }))), 'french any')
    assert.equal(ids(waitingFor(desk, myCounter({ languages: ['en'] }))), 'quick any')
    assert.equal(ids(waitingFor(desk, myCounter({ services: ['road-test'] }))), '')
  })

  it('B15: leaves out whoever is for a colleague by name', () => {
    const desk = readDesk(
      aView(1, [...waiting, aVisit({ id: 'theirs', sortKey: '0', agent: 'a' })]),
    )

    assert.equal(ids(waitingFor(desk, myCounter())), 'quick french any')
  })
})
