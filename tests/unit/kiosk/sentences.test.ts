// Sentences with a number in them, as people read them.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createKioskI18n } from '../../../kiosk/src/locales/i18n.ts'

describe('how many people are ahead', () => {
  const { t } = createKioskI18n().global
  const CASES: [ahead: number, en: string, fr: string][] = [
    [0, 'Nobody is ahead of you', 'Personne avant vous'],
    [1, '1 person is ahead of you', '1 personne avant vous'],
    [3, '3 people are ahead of you', '3 personnes avant vous'],
  ]
  for (const [ahead, en, fr] of CASES)
    it(`is said for ${ahead} in both languages`, () => {
      assert.equal(t('ticket.ahead', ahead, { locale: 'en' }), en)
      assert.equal(t('ticket.ahead', ahead, { locale: 'fr' }), fr)
    })

  it('counts seconds in the singular and the plural', () => {
    assert.match(t('idle.what', 1, { locale: 'fr' }), /1 seconde\./)
    assert.match(t('idle.what', 2, { locale: 'fr' }), /2 secondes\./)
  })
})
