// Durations as agents read them.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  durationText,
  scaleOf,
  timerText,
  withOnePoint,
} from '../../../agent-ui/src/composables/time-text.ts'

const NBSP = '\u00a0'
const MINUTE = 60_000

describe('a duration on the desk', () => {
  it('counts whole minutes, and hours from sixty', () => {
    assert.equal(durationText(12 * MINUTE + 59_999), `12${NBSP}min`)
    assert.equal(durationText(60 * MINUTE), `1${NBSP}h${NBSP}00`)
    assert.equal(durationText(125 * MINUTE), `2${NBSP}h${NBSP}05`)
  })

  it('says less than a minute, also when clocks disagree', () => {
    assert.equal(durationText(59_000), `<${NBSP}1${NBSP}min`)
    assert.equal(durationText(-5_000), `<${NBSP}1${NBSP}min`)
  })

  it('runs to the second while somebody is at the counter', () => {
    assert.equal(timerText(0), '0:00')
    assert.equal(timerText(4 * MINUTE + 7_900), '4:07')
    assert.equal(timerText(64 * MINUTE + 7_000), '1:04:07')
  })

  it('scales the bars by the longest wait, in steps, so that they do not all move at once', () => {
    assert.equal(scaleOf(0), 30 * MINUTE)
    assert.equal(scaleOf(31 * MINUTE), 35 * MINUTE)
    assert.equal(scaleOf(34 * MINUTE), 35 * MINUTE)
  })
})

describe('a sentence with a time of day', () => {
  it('ends with one point', () => {
    assert.equal(withOnePoint('Not live since 9:48 a.m..'), 'Not live since 9:48 a.m.')
    assert.equal(withOnePoint('Since 1:30 p.m.. Nobody comes.'), 'Since 1:30 p.m. Nobody comes.')
    assert.equal(withOnePoint('One moment… Depuis 9 h 48.'), 'One moment… Depuis 9 h 48.')
  })
})
