import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { serviceTimeOf, waitOf } from '../../../server/domain/metrics.ts'
import { MINUTE, OPENING, refused, TestOffice } from './domain-builders.ts'

describe('undo', () => {
  it('C22 brings the state, the number and the clocks back, as if nothing had been', () => {
    const office = new TestOffice()
    const id = office.arrive(0)
    office.ask('ann', 10, { do: 'call-next', counter: '1' })
    assert.equal(refused(office.ask('ann', 10.5, { do: 'undo', visit: id })), null)

    const visit = office.visit(id)
    assert.equal(visit.state, 'waiting')
    assert.equal(visit.segments.length, 1)
    assert.equal(waitOf(visit, OPENING + 12 * MINUTE), 12 * MINUTE)
  })

  it('C22 of a finish counts the time since then as service', () => {
    const office = new TestOffice()
    const id = office.arrive(0)
    office.ask('ann', 1, { do: 'call-next', counter: '1' })
    office.ask('ann', 2, { do: 'begin', visit: id })
    office.ask('ann', 5, { do: 'finish', visit: id })
    office.ask('ann', 5.9, { do: 'undo', visit: id })
    office.ask('ann', 8, { do: 'finish', visit: id })
    assert.equal(serviceTimeOf(office.visit(id), OPENING), 6 * MINUTE)
  })

  it('is refused after 60 s, to anybody else, twice in a row, and once overtaken', () => {
    const office = new TestOffice()
    const id = office.arrive(0)
    const other = office.arrive(0)
    office.ask('ann', 1, { do: 'call', visit: id, counter: '1' })
    assert.equal(refused(office.ask('bob', 1, { do: 'undo', visit: id })), 'undo-not-yours')
    assert.equal(refused(office.ask('ann', 2.01, { do: 'undo', visit: id })), 'undo-too-late')

    office.ask('ann', 3, { do: 'no-show', visit: id })
    office.ask('ann', 3, { do: 'call', visit: other, counter: '1' })
    assert.equal(refused(office.ask('ann', 3, { do: 'undo', visit: id })), 'undo-overtaken')

    assert.equal(refused(office.ask('ann', 3.5, { do: 'undo', visit: other })), null)
    assert.equal(refused(office.ask('ann', 3.5, { do: 'undo', visit: other })), 'nothing-to-undo')
    assert.equal(refused(office.ask('ann', 3.5, { do: 'undo', visit: id })), null)
    assert.equal(office.visit(id).state, 'called')
  })

  it('of an arrival makes it a visit that left by mistake, its number used up', () => {
    const office = new TestOffice()
    const id = office.arrive(0)
    office.ask('kiosk', 0.5, { do: 'undo', visit: id })
    assert.equal(office.visit(id).state, 'left')
    assert.equal(office.visit(office.arrive(1)).number.value, 2)
  })
})
