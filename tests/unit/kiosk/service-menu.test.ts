// What the kiosk offers, and what a search finds.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { ServiceInfo } from '#protocol'
import { CATEGORIES, SERVICES } from '../../../server/cli/province/catalogue.ts'
import { findServices, menuOf, mostAsked } from '../../../kiosk/src/composables/service-menu.ts'

const services = SERVICES.map(({ code, name, description, category, prefix }): ServiceInfo => {
  return { code, name, category, prefix, ...(description ? { description } : {}) }
})
const codes = (found: ServiceInfo[]): string[] => found.map(({ code }) => code)

describe('what a kiosk offers', () => {
  it('A6 leaves out categories without a service', () => {
    const menu = menuOf({ categories: CATEGORIES, services: services.slice(0, 5) })
    assert.deepEqual(
      menu.map(({ code, services: each }) => [code, each.length]),
      [
        ['driving', 4],
        ['health-care', 1],
      ],
    )
  })

  it('A2 A6 sets six at most apart as asked for most, none that is shut or gone', () => {
    const frequent = ['notary', 'gone', 'payments', ...codes(services)]
    const most = codes(mostAsked(services, frequent, (code) => code === 'payments'))
    assert.deepEqual(most.slice(0, 2), ['notary', 'driver-licence'])
    assert.equal(most.length, 6)
    assert.ok(!most.includes('payments') && !most.includes('gone'))
  })

  const CASES: [text: string, language: 'en' | 'fr', first: string | undefined][] = [
    ['sante', 'fr', 'health-plan'],
    ['SANTÉ carte', 'fr', 'health-card'],
    ['Driver’s know', 'en', 'knowledge-test'],
    ['drivers licence', 'en', 'driver-licence'],
    ['identite', 'fr', 'identity-card'],
    ['permis chasse', 'en', 'fishing-hunting'],
    ['nouveau', 'fr', 'health-plan'],
    ['tax', 'en', 'property-tax'],
    ['zzz', 'en', undefined],
    ['  ', 'en', undefined],
    ['.*+(', 'en', undefined],
  ]
  for (const [text, language, first] of CASES)
    it(`A6 finds ${String(first)} for “${text}” in ${language}`, () => {
      assert.equal(findServices(services, text, language)[0]?.code, first)
    })

  it('A6 finds by name in one’s own language before the rest, six at most', () => {
    const found = codes(findServices(services, 'p', 'fr'))
    assert.equal(found.length, 6)
    assert.equal(found[0], 'driver-licence')
  })
})
