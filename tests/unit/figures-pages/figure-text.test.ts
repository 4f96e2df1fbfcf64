// Figures as people read them, in both languages.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  changeText,
  countText,
  hoursText,
  lengthText,
  moneyText,
  pointsText,
  shareText,
} from '../../../agent-ui/figures/src/composables/figure-text.ts'

const MINUTE = 60_000
/** With plain spaces, to be read here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('figures as texts', () => {
  it('F23 writes what is not known as a dash, never as a nought', () => {
    for (const unknown of [null, undefined, Number.NaN]) {
      assert.equal(countText(unknown, 'en'), '—')
      assert.equal(shareText(unknown, 'fr'), '—')
      assert.equal(lengthText(unknown), '—')
      assert.equal(hoursText(unknown, 'en'), '—')
      assert.equal(moneyText(unknown, 'fr'), '—')
    }
    assert.equal(countText(0, 'en'), '0')
    assert.equal(plain(lengthText(0)), '0 s')
  })

  it('F23 writes shares and counts as each language does, never broken over two lines', () => {
    assert.equal(shareText(0.125, 'en'), '12.5%')
    assert.equal(plain(shareText(0.125, 'fr')), '12,5 %')
    assert.doesNotMatch(shareText(0.125, 'fr'), / /)
    assert.equal(countText(1_234_567, 'en'), '1,234,567')
    assert.equal(plain(countText(1_234_567, 'fr')), '1 234 567')
    assert.doesNotMatch(countText(1_234_567, 'fr'), / /)
    assert.equal(plain(moneyText(123_450, 'en')), '$1,234.50')
    assert.equal(plain(moneyText(123_450, 'fr')), '1 234,50 $')
  })

  it('writes lengths to the minute, and short ones to the second', () => {
    assert.equal(plain(lengthText(45_400)), '45 s')
    assert.equal(plain(lengthText(119_000)), '119 s')
    assert.equal(plain(lengthText(12.4 * MINUTE)), '12 min')
    assert.equal(plain(lengthText(59.6 * MINUTE)), '1 h 00 min')
    assert.equal(plain(lengthText(65 * MINUTE)), '1 h 05 min')
    assert.equal(plain(hoursText(37.5 * 60 * MINUTE, 'fr')), '37,5 h')
  })

  it('writes a change with its sign, and none where there was nothing before', () => {
    assert.equal(changeText(112.5, 100, 'en'), '+12.5%')
    assert.equal(plain(changeText(97, 100, 'fr')), '−3 %')
    assert.equal(changeText(100, 100, 'en'), '0%')
    assert.equal(changeText(5, 0, 'en'), '—')
    assert.equal(changeText(null, 5, 'en'), '—')
    assert.equal(pointsText(0.831, 0.8, 'en'), '+3.1')
    assert.equal(pointsText(0.776, 0.8, 'fr'), '−2,4')
    assert.equal(pointsText(0.8, null, 'en'), '—')
  })
})
