// Finding the service a person asks for.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { ServiceInfo } from '#protocol'
import {
  searchServices,
  type ServiceSearch,
} from '../../../agent-ui/src/composables/service-search.ts'

function aService(code: string, en: string, fr: string, rest: Partial<ServiceInfo> = {}) {
  return { code, name: { en, fr }, category: 'other', prefix: 'A', ...rest } satisfies ServiceInfo
}

const SERVICES: ServiceInfo[] = [
  aService('land-title', 'Land title search', 'Recherche de titre foncier'),
  aService('birth', 'Birth certificate', 'Certificat de naissance', {
    category: 'identity',
    description: { en: 'Bring identification.', fr: 'Apportez l’état de votre dossier.' },
  }),
  aService('identity-card', 'Identity card', 'Carte d’identité', { category: 'identity' }),
  aService('health-card', 'Health card', 'Carte santé'),
  aService('old', 'Old card', 'Vieille carte', { withdrawn: true }),
]

const search = (text: string, rest: Partial<ServiceSearch> = {}): string[] =>
  searchServices(SERVICES, {
    search: text,
    category: '',
    frequent: [],
    language: 'en',
    ...rest,
  }).map(({ code }) => code)

describe('the search for a service', () => {
  it('A6 P19 shows the most frequent first, then the others as the office lists them', () => {
    assert.deepEqual(search('', { frequent: ['health-card', 'birth'] }), [
      'health-card',
      'birth',
      'land-title',
      'identity-card',
    ])
  })

  it('A6 finds by name, description and code, in both languages and without accents', () => {
    assert.deepEqual(search('titre FONCIER'), ['land-title'])
    assert.deepEqual(search('sante'), ['health-card'])
    assert.deepEqual(search('etat'), ['birth'])
    assert.deepEqual(search('identite', { language: 'fr' }), ['identity-card'])
    assert.deepEqual(search('land-title'), ['land-title'])
  })

  it('A6 puts a name before a description, and the beginning of a word before its middle', () => {
    assert.deepEqual(search('ident'), ['identity-card', 'birth'])
    assert.deepEqual(search('card'), ['identity-card', 'health-card'])
    assert.deepEqual(search('card', { frequent: ['health-card'] }), [
      'health-card',
      'identity-card',
    ])
  })

  it('A6 wants every word, in any order, and can be narrowed to a category', () => {
    assert.deepEqual(search('card health'), ['health-card'])
    assert.deepEqual(search('card nothing'), [])
    assert.deepEqual(search('card', { category: 'identity' }), ['identity-card'])
  })

  it('A6 never offers a service that was withdrawn', () => {
    assert.ok(!search('').includes('old'))
    assert.deepEqual(search('vieille'), [])
  })
})
