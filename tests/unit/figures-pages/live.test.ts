// One office and all offices, read out of what is shown live.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createI18n } from 'vue-i18n'
import { SAMPLE_MANAGER, SAMPLE_PROVINCE } from '#protocol/sample-figures-live'
import { en } from '../../../agent-ui/figures/src/locales/en.ts'
import { fr } from '../../../agent-ui/figures/src/locales/fr.ts'
import { withOnePoint } from '../../../agent-ui/src/composables/time-text.ts'
import { helpTexts } from '../../../agent-ui/figures/src/composables/help-text.ts'
import {
  halfText,
  levelOfWait,
  lineOf,
  newAlerts,
  readOffice,
  timeSplit,
  waitingByService,
  waitingNow,
} from '../../../agent-ui/figures/src/composables/now.ts'
import {
  levelOfOffice,
  longestWait,
  readProvince,
  worstFirst,
} from '../../../agent-ui/figures/src/composables/province.ts'

const MINUTE = 60_000
const NOW = Date.parse(SAMPLE_MANAGER.at)
const office = readOffice(SAMPLE_MANAGER)
assert.ok(office)

describe('an office right now', () => {
  it('F5 says who waits, the longest first, on the clock of the moment', () => {
    const waiting = waitingNow(office, NOW + MINUTE)

    assert.deepEqual(
      waiting.map(({ visit, level }) => [visit.ticket, level]),
      [
        ['A011', 'too-long'],
        ['A015', 'attention'],
        ['B007', 'fine'],
      ],
    )
    assert.equal(waiting[0]?.wait, 20 * MINUTE)
  })

  it('F12 shows no half hour before the first visit or after the last', () => {
    const quiet = SAMPLE_MANAGER.rows.find((row) => row.kind === 'half-hour')
    assert.ok(quiet)
    const counts = { ...quiet.figures.counts, visits: 0 }
    const rows = ['00:30', '13:00'].map((at) => ({
      ...{ ...quiet, id: `half-hour:${at}`, at },
      figures: { ...quiet.figures, counts },
    }))
    const read = readOffice({ ...SAMPLE_MANAGER, rows: [...SAMPLE_MANAGER.rows, ...rows] })

    assert.deepEqual(
      read?.halfHours.map(({ at }) => at),
      office.halfHours.map(({ at }) => at),
    )
  })

  it('F7 counts a threshold from its very minute on', () => {
    const today = { targetMinutes: 15, attentionMinutes: 10 }
    assert.equal(levelOfWait(10 * MINUTE - 1, today), 'fine')
    assert.equal(levelOfWait(10 * MINUTE, today), 'attention')
    assert.equal(levelOfWait(15 * MINUTE, today), 'too-long')
  })

  it('F5 says what would help in a sentence each, with the office’s own names', () => {
    const voice = (language: 'en' | 'fr') => {
      const messages = { en: { figures: en }, fr: { figures: fr } }
      const { t } = createI18n({
        ...{ legacy: false, locale: language, messages },
        postTranslation: (said) => (typeof said === 'string' ? withOnePoint(said) : said),
      }).global
      const count = (saying: string, n: number, named = {}) =>
        t(`figures.${saying}`, { count: n, ...named }, n)
      const say = (saying: string, named = {}) => t(`figures.${saying}`, named)
      return { language, say, count, doingWord: () => 'On a break' }
    }
    // Between a time and its half of the day stands a narrow space.
    const plain = helpTexts(office, voice('en')).map((text) => text.replaceAll(/\s/g, ' '))
    assert.deepEqual(plain, [
      'Counter 2 (Jo Martin) serves nobody and can take 1 ticket (Renew a licence): call now.',
      'Counter 3 (Lee Chan) could take 1 ticket (Renew a licence): on a break since 11:33 a.m.',
      '3 tickets wait for 3 open counters, 1 for each; with one more (Counter 5), 0.8.',
    ])
    assert.match(
      helpTexts(office, voice('fr')).at(-1) ?? '',
      /^3 billets attendent pour 3 guichets ouverts, soit 1 par guichet; avec un de plus \(Guichet 5\), 0,8\.$/,
    )
    assert.deepEqual(helpTexts({ ...office, help: null }, voice('en')), [])
  })

  it('F9 says how many wait over target also to whoever is shown no visit', () => {
    assert.deepEqual(lineOf(office, waitingNow(office, NOW)), { waiting: 3, tooLong: 1 })
    const { spreads } = office.today.figures
    const figures = {
      ...office.today.figures,
      spreads: { ...spreads, waitSoFar: { ...spreads.wait, n: 4 } },
    }
    const unseen = { ...office, here: [], today: { ...office.today, tooLong: 2, figures } }
    assert.deepEqual(lineOf(unseen, []), { waiting: 4, tooLong: 2 })
  })

  it('F5 says nothing of half of the waits while there is none', () => {
    const say = (saying: string, named = {}): string => `${saying} ${JSON.stringify(named)}`
    const { wait } = office.today.figures.spreads
    assert.equal(halfText({ ...wait, p50: null, max: null }, say), '')
    assert.match(halfText({ ...wait, p50: 0 }, say), /^now\.figures\.halfNone /)
    assert.match(halfText({ ...wait, p50: MINUTE }, say), /^now\.figures\.half .*60.s/)
  })

  it('counts who waits for each service', () => {
    const byService = waitingByService(waitingNow(office, NOW))
    assert.equal(byService.get('licence-renewal')?.count, 2)
    assert.equal(byService.get('identity-card')?.longest?.visit.ticket, 'B007')
  })

  it('F17 adds what agents do at this moment to what is over', () => {
    assert.ok(office.agents)
    const before = office.agents.split
    const after = timeSplit(before, office.counters, NOW)

    assert.equal((after.serving ?? 0) - before.serving, 12 * MINUTE)
    assert.equal((after.break ?? 0) - before.break, 9 * MINUTE)
    assert.equal(after.away, before.away)
  })

  it('F8 takes what it finds when it opens for no news, and tells each alert once', () => {
    assert.deepEqual(newAlerts(null, office.alerts), [])
    assert.deepEqual(newAlerts(new Set(), office.alerts), office.alerts)
    assert.deepEqual(newAlerts(new Set(['alert:wait:visit-a011']), office.alerts), [])
  })
})

describe('all offices right now', () => {
  const { offices, all, programmes } = readProvince(SAMPLE_PROVINCE)

  it('F6 puts the office with most people over target first, then the smallest share within', () => {
    assert.deepEqual(
      worstFirst(offices).map(({ office: code }) => code),
      ['surrey', 'victoria', 'nanaimo', 'nelson'],
    )
    assert.equal(all?.offices, 4)
    assert.equal(programmes.length, 1)
    const [one] = programmes
    assert.ok(one)
    const of = (programme: string, transactions: number) => ({
      ...{ ...one, id: `programme:${programme}`, programme, transactions },
    })
    const rows = [of('few', 2), of('many', 9), of('some', 5)]
    assert.deepEqual(
      readProvince({ ...SAMPLE_PROVINCE, rows }).programmes.map(({ programme }) => programme),
      ['many', 'some', 'few'],
    )
  })

  it('F7 marks an office where somebody waits too long, or whose day goes badly', () => {
    const [first] = offices
    assert.ok(first)
    const withShare = (share: number | null) => ({
      ...first,
      tooLong: 0,
      figures: { ...first.figures, withinTarget: { numerator: 0, denominator: 0, share } },
    })
    assert.equal(levelOfOffice({ ...first, tooLong: 1 }), 'too-long')
    assert.equal(levelOfOffice(withShare(0.59)), 'too-long')
    assert.equal(levelOfOffice(withShare(0.79)), 'attention')
    assert.equal(levelOfOffice(withShare(0.8)), 'fine')
    assert.equal(levelOfOffice(withShare(null)), 'fine')
    assert.equal(levelOfOffice({ ...withShare(1), tooLong: 1 }), 'too-long')
  })

  it('F6 marks an open office whose counters are all empty, and no closed one', () => {
    const [first] = offices
    assert.ok(first)
    const withinTarget = { numerator: 1, denominator: 1, share: 1 }
    const figures = { ...first.figures, withinTarget }
    const empty = { ...first, tooLong: 0, waiting: 0, openCounters: 0, figures }
    assert.equal(levelOfOffice({ ...empty, isOpen: true }), 'attention')
    assert.equal(levelOfOffice({ ...empty, isOpen: false }), 'fine')
  })

  it('knows no longest wait where nobody waits', () => {
    const [first] = offices
    assert.ok(first)
    assert.equal(longestWait({ ...first, longestSince: null }, NOW), null)
  })
})
