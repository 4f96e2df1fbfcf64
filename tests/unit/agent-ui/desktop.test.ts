// What the desk and the program around it mean to each other.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { primaryFor, type Situation } from '../../../agent-ui/src/composables/desk-moves.ts'
import { isBarAddress } from '../../../agent-ui/src/composables/desktop-bar.ts'
import { meaningOfKey, shownState } from '../../../agent-ui/src/composables/desktop.ts'
import { aVisit, myCounter } from './desk-builders.ts'

const FREE: Situation = { counter: myCounter(), visit: null }
const CALLED: Situation = { ...FREE, visit: aVisit({ state: 'called', agent: 'me' }) }
const SERVING: Situation = { ...FREE, visit: aVisit({ state: 'serving', agent: 'me' }) }
const ON_BREAK: Situation = { counter: myCounter({ availability: 'break' }), visit: null }
const WRAPPING_UP: Situation = { counter: myCounter({ availability: 'wrap-up' }), visit: null }

const meaning = (situation: Situation, hasReception = true) =>
  meaningOfKey(primaryFor(situation, hasReception), situation)

describe('the key that calls next from another program', () => {
  it('C1 calls next for an agent who is free, and leaves the other program in front', () => {
    assert.deepEqual(meaning(FREE), { is: 'primary', raise: false })
    assert.deepEqual(meaning(WRAPPING_UP), { is: 'primary', raise: false })
  })

  it('shows the desk of an office without reception, where somebody is taken in', () => {
    assert.deepEqual(meaning(FREE, false), { is: 'primary', raise: true })
  })

  it('never begins or ends a service, and says why it does nothing', () => {
    for (const situation of [CALLED, SERVING])
      assert.deepEqual(meaning(situation), { is: 'refused', code: 'agent-busy' })
  })

  it('never ends a break', () => {
    assert.deepEqual(meaning(ON_BREAK), { is: 'refused', code: 'agent-not-available' })
  })
})

describe('the mark in the tray', () => {
  it('shows the agent’s own state', () => {
    assert.equal(shownState(FREE, true), 'available')
    assert.equal(shownState(CALLED, true), 'busy')
    assert.equal(shownState(SERVING, true), 'busy')
    assert.equal(shownState(WRAPPING_UP, true), 'busy')
    assert.equal(shownState(ON_BREAK, true), 'away')
  })

  it('shows first of all that the desk is not live', () => {
    for (const situation of [FREE, CALLED, ON_BREAK])
      assert.equal(shownState(situation, false), 'not-live')
  })
})

describe('the address of the call bar', () => {
  it('is that of the desk, and says so', () => {
    assert.equal(isBarAddress('https://guichet.example.ca/desk/?bar'), true)
    assert.equal(isBarAddress('https://guichet.example.ca/desk/'), false)
    assert.equal(isBarAddress('https://guichet.example.ca/desk/bar'), false)
  })
})
