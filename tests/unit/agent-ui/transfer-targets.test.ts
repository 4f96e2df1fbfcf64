// C10, C11, C12: everywhere a visit can be transferred to, searched by name.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  searched,
  searchedServices,
  transferBody,
  transferTargets,
  type Places,
} from '../../../agent-ui/src/composables/transfer-targets.ts'
import { aCounter, aVisit, myCounter } from './desk-builders.ts'

const service = (code: string, en: string, fr: string, rest = {}) => ({
  code,
  name: { en, fr },
  category: 'c',
  prefix: 'A',
  ...rest,
})
const places: Places = {
  services: [
    service('notary', 'Notary', 'Notaire'),
    service('road-test', 'Road test', 'Examen pratique'),
    service('old', 'Old card', 'Ancienne carte', { withdrawn: true }),
    service('health', 'Health plan', 'Régime de santé', {
      description: { en: 'Bring your passport.', fr: 'Apportez votre passeport.' },
    }),
  ],
  counters: [
    myCounter({ services: ['notary', 'health'] }),
    aCounter('2', { agent: 'a', agentName: 'Chen Wei', availability: 'break', services: [] }),
    aCounter('3'),
  ],
  counterNames: new Map([
    ['1', 'Counter 1'],
    ['2', 'Counter 2'],
    ['3', 'Counter 3'],
  ]),
  offices: [{ code: 'sooke', name: { en: 'Sooke', fr: 'Sooke' } }],
  me: 'me',
}
const targets = transferTargets(aVisit(), places, 'en')
const remarkOf = (kind: string, code: string) =>
  targets.find((each) => each.kind === kind && each.code === code)

describe('C10: what a visit can be transferred to', () => {
  it('is every service, counter, colleague at a counter, and other office', () => {
    assert.deepEqual(
      targets.map(({ kind, code }) => `${kind} ${code}`),
      [
        ...['service notary', 'service road-test', 'service old', 'service health'],
        ...['counter 1', 'counter 2', 'counter 3', 'agent a', 'office sooke'],
      ],
    )
  })

  it('says why something is closed, and what is to be known of what is open', () => {
    assert.deepEqual(
      [remarkOf('service', 'old')?.remark, remarkOf('service', 'old')?.isClosed],
      ['withdrawn', true],
    )
    assert.equal(remarkOf('service', 'notary')?.remark, 'same-service')
    assert.equal(remarkOf('service', 'road-test')?.remark, 'nobody-takes')
    assert.equal(remarkOf('service', 'road-test')?.isClosed, false)
    assert.equal(remarkOf('service', 'health')?.remark, null)
    assert.equal(remarkOf('counter', '3')?.remark, 'nobody-there')
    assert.equal(remarkOf('agent', 'a')?.remark, 'away')
  })

  it('is found by every word typed, without accents or capitals, in either text', () => {
    const french = transferTargets(aVisit(), places, 'fr')

    assert.deepEqual(
      searched(french, 'REGIME').map((each) => each.code),
      ['health'],
    )
    assert.deepEqual(
      searched(targets, 'passport').map((each) => each.code),
      ['health'],
    )
    assert.deepEqual(
      searched(targets, 'chen').map((each) => each.code),
      ['a'],
    )
    assert.equal(searched(targets, 'chen notary').length, 0)
  })

  it('asks for the place in line where that is this office’s to say', () => {
    const office = remarkOf('office', 'sooke')
    const agent = remarkOf('agent', 'a')
    assert.ok(office && agent)
    assert.deepEqual(transferBody(office, 'first'), { office: 'sooke' })
    assert.deepEqual(transferBody(agent, 'first'), { agent: 'a', place: 'first' })
  })

  it('C15: a request is added for services that are still offered', () => {
    const found = searchedServices(places.services, '', 'en').map((each) => each.code)
    assert.deepEqual(found, ['notary', 'road-test', 'health'])
  })
})
