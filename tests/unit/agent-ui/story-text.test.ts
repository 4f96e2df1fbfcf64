// A visit's story in words: every fact says what it changed, where, by whom, and how long after.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createI18n } from 'vue-i18n'
import type { ToldFact } from '#protocol'
import { storyLines } from '../../../agent-ui/src/composables/story-text.ts'
import { en } from '../../../agent-ui/src/locales/en.ts'
import { fr } from '../../../agent-ui/src/locales/fr.ts'

const at = (minute: number): string =>
  new Date(Date.parse('2026-06-02T16:00:00Z') + minute * 60_000).toISOString()
const fact = (seq: number, minute: number, rest: Partial<ToldFact>): ToldFact => ({
  ...{ seq, type: 'other', at: at(minute), recordedAt: at(minute) },
  ...{ by: 'Ann', actor: 'staff' as const, ...rest },
})
const FACTS: ToldFact[] = [
  fact(1, 0, {
    ...{ type: 'visit-arrived', by: null, actor: 'device' },
    ...{ services: ['licence', 'tax'], priority: 'normal', people: 2 },
  }),
  fact(2, 12, {
    ...{ type: 'visit-called', counter: '3' },
    call: { rule: 'raised', minutes: 10, candidates: 5, passedOver: 1 },
  }),
  fact(3, 12, { type: 'visit-undone', undoes: 2 }),
  fact(4, 15, { type: 'request-finished', services: ['licence'], quantity: 2, then: 'waiting' }),
  fact(5, 70, {
    ...{ type: 'visit-sent', office: 'prince-george' },
    officeName: { en: 'Prince George', fr: 'Prince-George' },
  }),
  fact(6, 75, { type: 'visit-left', by: null, actor: 'citizen', leftBy: 'citizen' }),
]

const FORMER = [{ code: 'tax', name: { en: 'Property tax', fr: 'Impôt foncier' } }]

function told(language: 'en' | 'fr') {
  const { t } = createI18n({ legacy: false, locale: language, messages: { en, fr } }).global
  const named = (code: string): string => code.toUpperCase()
  return storyLines(
    { visit: 'v', office: 'victoria', ticket: 'A001', facts: FACTS, formerServices: FORMER },
    {
      say: (saying, values) => t(saying, values ?? {}),
      language,
      office: {
        ...{ service: named, priority: named, outcome: named, timeZone: 'America/Vancouver' },
        ...{ counter: (code) => `Counter ${code}`, reason: (_, code) => code },
      },
    },
  )
}

describe('the story of a visit', () => {
  it('F14 says of each fact what it changed, where and by whom', () => {
    assert.deepEqual(
      told('en').map(({ what, details }) => `${what}: ${details.join(' · ')}`),
      [
        'Arrived: LICENCE, Property tax · NORMAL · 2 people · at a kiosk',
        'Called: Counter 3 · waited more than 10 min, of 5 who waited · by Ann',
        'Last step undone: Called · by Ann',
        'Request finished: LICENCE · 2 transactions · waits for the next request · by Ann',
        'Sent to another office: office: Prince George · by Ann',
        'Left: said by the person · by the person',
      ],
    )
  })

  it('F14 says how long after the one before it was, in both languages', () => {
    const later = (language: 'en' | 'fr') =>
      told(language).map((line) => line.later.replaceAll(/\s/g, ' '))
    assert.deepEqual(later('en'), [
      '',
      '12 min later',
      '',
      '3 min later',
      '55 min later',
      '5 min later',
    ])
    assert.equal(later('fr')[1], '12 min plus tard')
    assert.equal(told('fr')[0]?.details[0], 'LICENCE, Impôt foncier')
    assert.equal(told('fr')[4]?.details[0], 'bureau\u00a0: Prince-George')
  })
})
