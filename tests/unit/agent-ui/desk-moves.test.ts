// One primary button that is always the right one, and the moves the table allows beside it.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { UNDO_WITHIN } from '#protocol'
import {
  actionsFor,
  BESIDE,
  chosenBlocked,
  chosenActionsFor,
  mustAskOutcome,
  primaryFor,
} from '../../../agent-ui/src/composables/desk-moves.ts'
import { NO_RULES } from '../../../agent-ui/src/composables/no-rules.ts'
import { mayUndo } from '../../../agent-ui/src/composables/undo-step.ts'
import { aVisit, myCounter } from './desk-builders.ts'

const mine = { agent: 'me', counter: '1' }
const called = aVisit({ ...mine, state: 'called' })
const serving = aVisit({ ...mine, state: 'serving' })
const counter = myCounter()

describe('C1: the primary button', () => {
  it('leads from call next to begin to finish', () => {
    assert.equal(primaryFor({ counter, visit: null }), 'call-next')
    assert.equal(primaryFor({ counter, visit: called }), 'begin')
    assert.equal(primaryFor({ counter, visit: serving }), 'finish')
  })

  it('C19: ends a wrap-up by calling next', () => {
    const wrapping = myCounter({ availability: 'wrap-up' })

    assert.equal(primaryFor({ counter: wrapping, visit: null }), 'call-next')
    assert.equal(chosenBlocked({ counter: wrapping, visit: null }, aVisit(), 'call'), null)
  })

  it('takes a new person in where there is no queue', () => {
    assert.equal(primaryFor({ counter, visit: null }, false), 'take-in')
    assert.equal(primaryFor({ counter, visit: serving }, false), 'finish')
  })

  it('C17: asks for the outcome first only where the office wants one', () => {
    const outcomes = [{ code: 'done', name: { en: 'Done', fr: 'Réglée' } }]

    assert.equal(mustAskOutcome({ ...NO_RULES, outcomes, outcomeNeeded: true }), true)
    assert.equal(mustAskOutcome({ ...NO_RULES, outcomes, outcomeNeeded: false }), false)
    assert.equal(mustAskOutcome({ ...NO_RULES, outcomeNeeded: true }), false)
  })

  it('C20: ends a break first', () => {
    const paused = myCounter({ availability: 'break' })

    assert.equal(primaryFor({ counter: paused, visit: null }), 'resume')
  })
})

describe('the moves beside it', () => {
  it('are those the table of moves allows', () => {
    const besides = (visit: typeof called) =>
      BESIDE.filter((name) => actionsFor(visit).includes(name))

    assert.deepEqual(besides(called), ['recall', 'hold', 'transfer', 'return', 'no-show', 'leave'])
    assert.deepEqual(besides(serving), ['hold', 'transfer', 'return', 'finish-with', 'leave'])
  })

  it('for somebody chosen, depend on whether they wait or are on hold', () => {
    const particulars = ['person', 'note']

    assert.deepEqual(chosenActionsFor(aVisit()), [
      ...['call', 'begin', 'transfer', 'assign', 'reorder', 'leave'],
      ...particulars,
    ])
    assert.deepEqual(chosenActionsFor(aVisit({ state: 'held' })), [
      ...['call', 'begin', 'transfer', 'return', 'leave'],
      ...particulars,
    ])
  })
})

describe('calling somebody chosen', () => {
  it('waits until the counter is free', () => {
    assert.equal(chosenBlocked({ counter, visit: serving }, aVisit(), 'call'), 'agent-busy')
    assert.equal(chosenBlocked({ counter, visit: serving }, aVisit(), 'begin'), 'agent-busy')
    assert.equal(chosenBlocked({ counter, visit: serving }, aVisit(), 'leave'), null)
  })

  it('waits until the break is over', () => {
    const paused = { counter: myCounter({ availability: 'break' }), visit: null }

    assert.equal(chosenBlocked(paused, aVisit(), 'call'), 'agent-not-available')
  })

  it('is for those whom this agent takes', () => {
    const narrow = { counter: myCounter({ services: ['road-test'] }), visit: null }

    assert.equal(chosenBlocked(narrow, aVisit(), 'call'), 'visit-not-for-you')
    assert.equal(chosenBlocked({ counter, visit: null }, aVisit(), 'call'), null)
  })
})

describe('C22: undo', () => {
  const step = {
    visit: 'visit-1',
    ticket: 'A001',
    move: 'finish',
    at: 1_000,
    hadNote: false,
  } as const

  it('is offered for as long as the rules allow', () => {
    assert.equal(mayUndo(step, 1_000 + UNDO_WITHIN), true)
    assert.equal(mayUndo(step, 1_001 + UNDO_WITHIN), false)
    assert.equal(mayUndo(null, 0), false)
  })
})
