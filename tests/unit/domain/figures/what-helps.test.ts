// What would help those who wait too long: said of what the office knows, and of nothing else.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Command } from '../../../../server/domain/commands.ts'
import { whatHelps, type Advice } from '../../../../server/domain/figures/what-helps.ts'
import { MINUTE, OPENING, someSettings, TestOffice } from '../domain-builders.ts'

const WAIT = { attentionMinutes: 10, tooLongMinutes: 15 }

function officeOf(): TestOffice {
  const { thresholds } = someSettings().policy
  return new TestOffice(someSettings({ thresholds: { ...thresholds, wait: WAIT } }))
}
type Profile = Partial<Extract<Command, { do: 'take-counter' }>>
function sitDown(office: TestOffice, agent: string, counter: string, profile: Profile = {}): void {
  const decision = office.ask(agent, 0, { do: 'take-counter', counter, ...profile })
  assert.ok(decision.ok)
}
const helpAt = (office: TestOffice, minute: number) =>
  whatHelps(office.state, OPENING + minute * MINUTE)
function adviceAt<D extends Advice['do']>(office: TestOffice, minute: number, what: D) {
  return (helpAt(office, minute)?.advice ?? []).filter(
    (advice): advice is Extract<Advice, { do: D }> => advice.do === what,
  )
}

describe('what would help', () => {
  it('F5 is asked from the office’s thresholds on, and of those over the target alone once there are any', () => {
    const office = officeOf()
    sitDown(office, 'ann', '1')
    office.arrive(0, 'licence')
    office.arrive(6, 'health')

    assert.equal(helpAt(office, 9), null)
    assert.equal(helpAt(office, 10)?.isSoon, true)
    assert.equal(helpAt(office, 15)?.isSoon, false)
    const [call] = adviceAt(office, 16, 'call')
    assert.deepEqual([call?.tickets, call?.services], [1, ['licence']])
  })

  it('F5 names who has nobody and may call, and who has nobody and takes none of them', () => {
    const office = officeOf()
    sitDown(office, 'ann', '1', { services: ['licence'] })
    sitDown(office, 'bob', '2', { services: ['tax'] })
    office.arrive(0, 'licence')
    office.arrive(1, 'licence')

    assert.deepEqual(adviceAt(office, 20, 'call'), [
      { do: 'call', counters: ['1'], services: ['licence'], tickets: 2 },
    ])
    assert.deepEqual(adviceAt(office, 20, 'profile'), [
      { do: 'profile', counters: ['2'], services: ['licence'] },
    ])
    assert.deepEqual(adviceAt(office, 20, 'untaken'), [])
  })

  it('F5 knows languages as the call does: who does not speak it may not call', () => {
    const office = officeOf()
    sitDown(office, 'ann', '1', { languages: ['en'] })
    office.arrive(0, 'licence', { language: 'fr' })

    assert.deepEqual(adviceAt(office, 20, 'call'), [])
    assert.equal(adviceAt(office, 20, 'untaken')[0]?.tickets, 1)
  })

  it('F5 says who is on a break, since when and until when, and what they would take', () => {
    const office = officeOf()
    sitDown(office, 'ann', '1')
    sitDown(office, 'bob', '2', { services: ['tax'] })
    const backAt = OPENING + 30 * MINUTE
    const away = { do: 'change-availability', availability: 'break' } as const
    assert.ok(office.ask('ann', 5, { ...away, backAt }).ok)
    assert.ok(office.ask('bob', 5, away).ok)
    office.arrive(6, 'licence')

    const [ann, ...others] = adviceAt(office, 30, 'back')
    assert.deepEqual(others, [], 'bob takes none of them')
    assert.deepEqual(ann, {
      ...{ do: 'back', counter: '1', doing: 'break', since: OPENING + 5 * MINUTE, backAt },
      ...{ services: ['licence'], tickets: 1 },
    })
  })

  it('F5 says which service nobody at a counter takes, most waited for first', () => {
    const office = officeOf()
    sitDown(office, 'ann', '1', { services: ['licence'] })
    for (const service of ['health', 'tax', 'tax', 'licence']) office.arrive(0, service)

    assert.deepEqual(adviceAt(office, 20, 'untaken'), [
      { do: 'untaken', services: ['tax', 'health'], tickets: 3 },
    ])
  })

  it('F5 counts how many wait for each open counter: breaks are not open, whoever serves is', () => {
    const office = officeOf()
    for (const [agent, counter] of [
      ['ann', '1'],
      ['bob', '2'],
      ['cy', '3'],
    ] as const)
      sitDown(office, agent, counter)
    const first = office.arrive(0)
    for (let n = 0; n < 5; n += 1) office.arrive(1)
    office.ask('ann', 1, { do: 'call', visit: first, counter: '1' })
    office.ask('bob', 1, { do: 'change-availability', availability: 'break' })

    assert.deepEqual(adviceAt(office, 20, 'open'), [
      { do: 'open', counters: ['4'], waiting: 5, open: 2 },
    ])
    // Whoever is called at this moment is helped, and whoever serves has somebody.
    assert.deepEqual(adviceAt(office, 20, 'call')[0]?.counters, ['3'])
  })

  it('F5 has the same to say however often it is asked, and changes nothing', () => {
    const office = officeOf()
    sitDown(office, 'ann', '1')
    office.arrive(0)
    const before = office.state
    assert.deepEqual(helpAt(office, 20), helpAt(office, 20))
    assert.equal(office.state, before)
  })
})
