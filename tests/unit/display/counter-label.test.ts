// The mark people look for over a counter.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Words } from '#protocol'
import { counterLabel } from '../../../display/src/composables/counter-label.ts'

describe('a counter’s label', () => {
  const CASES: [what: string, name: Words, mark: string | null, words: Words | null][] = [
    [
      'takes the mark both names end with',
      { en: 'Counter 4', fr: 'Guichet 4' },
      '4',
      { en: 'Counter', fr: 'Guichet' },
    ],
    ['leaves the word to the board when the name is the mark', { en: '12', fr: '12' }, '12', null],
    [
      'keeps names without a mark whole',
      { en: 'Reception', fr: 'Accueil' },
      null,
      { en: 'Reception', fr: 'Accueil' },
    ],
    [
      'takes no long word for a mark',
      { en: 'Studio Photo', fr: 'Le Photo' },
      null,
      { en: 'Studio Photo', fr: 'Le Photo' },
    ],
    [
      'keeps names whole whose marks differ',
      { en: 'Desk A', fr: 'Bureau B' },
      null,
      { en: 'Desk A', fr: 'Bureau B' },
    ],
  ]
  for (const [what, name, mark, words] of CASES)
    it(what, () => {
      assert.deepEqual(counterLabel(name), { mark, words })
    })
})
