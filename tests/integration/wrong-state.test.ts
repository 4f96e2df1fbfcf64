// Each command in each state it is not meant for: refused with a code, the desk as before.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import type { MoveName, VisitState } from '#protocol'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertRefused } from '../support/refusals.ts'

type Asked = (api: Api, visit: string) => Promise<unknown>
const MOVES: Partial<Record<MoveName, Asked>> = {
  call: (api, visit) => api.call(visit, { counter: '2' }),
  recall: (api, visit) => api.recall(visit, {}),
  begin: (api, visit) => api.begin(visit, { counter: '2' }),
  'add-request': (api, visit) => api.addRequest(visit, { service: 'notary' }),
  'switch-request': (api, visit) => api.addRequest(visit, { current: 1 }),
  hold: (api, visit) => api.hold(visit, {}),
  return: (api, visit) => api.return(visit, {}),
  transfer: (api, visit) => api.transfer(visit, { service: 'notary' }),
  finish: (api, visit) => api.finish(visit, {}),
  'no-show': (api, visit) => api.noShow(visit, {}),
  leave: (api, visit) => api.leave(visit, {}),
  assign: (api, visit) => api.assign(visit, { agent: null }),
  reorder: (api, visit) => api.reorder(visit, { place: 'first', reason: 'unwell' }),
  'bring-back': (api, visit) => api.bringBack(visit, {}),
}
/** What each state allows, said once more: the table itself must not be its own witness. */
const ALLOWED: Partial<Record<VisitState, readonly MoveName[]>> = {
  waiting: [
    ...(['call', 'begin', 'transfer', 'leave', 'assign', 'reorder'] as const),
    ...(['more-time', 'close', 'correct'] as const),
  ],
  called: [
    ...(['recall', 'begin', 'hold', 'return', 'transfer', 'no-show'] as const),
    ...(['leave', 'close', 'correct'] as const),
  ],
  serving: [
    ...(['add-request', 'switch-request', 'hold', 'return'] as const),
    ...(['transfer', 'finish', 'leave', 'close', 'correct'] as const),
  ],
  held: ['call', 'begin', 'return', 'transfer', 'leave', 'close', 'correct'],
  served: ['correct'],
  'no-show': ['bring-back', 'correct'],
  left: ['bring-back', 'correct'],
}
const INTO: [VisitState, Asked][] = [
  ['waiting', () => Promise.resolve()],
  ['called', (api, visit) => api.call(visit, { counter: '1' })],
  ['serving', (api, visit) => api.begin(visit, { counter: '1' })],
  ['held', async (api, visit) => (await api.call(visit, { counter: '1' }), api.hold(visit, {}))],
  [
    'served',
    async (api, visit) => (await api.begin(visit, { counter: '1' }), api.finish(visit, {})),
  ],
  [
    'no-show',
    async (api, visit) => (await api.call(visit, { counter: '1' }), api.noShow(visit, {})),
  ],
  ['left', (api, visit) => api.leave(visit, {})],
]

describeOnEach('a visit that is in another state', (database) => {
  let office: TestOffice
  let agent: Api
  let id: string
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    id = (await office.checkIn()).id
  })
  afterEach(() => office.close())

  for (const [state, into] of INTO) {
    const allowed = new Set(ALLOWED[state])
    const refused = Object.entries(MOVES).filter(([name]) => !allowed.has(name as MoveName))
    it(`${state}: refuses ${refused.map(([name]) => name).join(', ') || 'nothing'}`, async () => {
      await into(agent, id)
      assert.equal((await agent.visit(id)).state, state)

      await assertNothingChanges(office, async () => {
        for (const [, ask] of refused) {
          const { details } = await assertRefused(ask(agent, id), 'move-not-allowed')
          assert.equal(details?.state, state)
          assert.deepEqual(details.allowed, [...allowed])
        }
      })
    })
  }

  it('with another agent: refuses all that would take it away, but not to a manager', async () => {
    await agent.begin(id, { counter: '1' })
    const other = await office.signIn('agent2.victoria')

    await assertNothingChanges(office, async () => {
      for (const name of ['hold', 'return', 'transfer', 'finish', 'add-request'] as const)
        await assertRefused(MOVES[name]?.(other, id) ?? agent.me(), 'visit-with-other-agent')
      await assertRefused(other.changeVisit(id, { name: 'A' }), 'visit-with-other-agent')
    })
    const manager = await office.signIn('manager.victoria')
    assert.equal((await manager.return(id, { place: 'first' })).state, 'waiting')
  })

  it('an agent with a visit open gets no second one, and changes no counter', async () => {
    const second = (await office.checkIn()).id
    await agent.call(id, { counter: '1' })

    await assertNothingChanges(office, async () => {
      await assertRefused(agent.callNext('victoria', '1'), 'agent-busy')
      await assertRefused(agent.call(second, {}), 'agent-busy')
      await assertRefused(agent.begin(second, {}), 'agent-busy')
      await assertRefused(agent.takeCounter('victoria', { counter: '2' }), 'agent-busy')
      await assertRefused(
        agent.changeAvailability('victoria', { availability: 'break' }),
        'agent-busy',
      )
    })
  })

  it('an agent without a counter is asked to choose one', async () => {
    await assertNothingChanges(office, async () => {
      await assertRefused(agent.call(id, {}), 'counter-needed')
      await assertRefused(agent.begin(id, {}), 'counter-needed')
      const away = agent.changeAvailability('victoria', { availability: 'away' })
      await assertRefused(away, 'counter-needed')
    })
  })

  it('a counter that is taken, a service, a request that is not there: each says so', async () => {
    const other = await office.signIn('agent2.victoria')
    await agent.begin(id, { counter: '1' })

    await assertNothingChanges(office, async () => {
      await assertRefused(other.callNext('victoria', '1'), 'counter-taken')
      await assertRefused(other.takeCounter('victoria', { counter: '1' }), 'counter-taken')
      await assertRefused(agent.transfer(id, { counter: '77' }), 'counter-unknown')
      await assertRefused(agent.transfer(id, { service: 'magic' }), 'service-unknown')
      await assertRefused(agent.addRequest(id, { service: 'magic' }), 'service-unknown')
      await assertRefused(agent.addRequest(id, { current: 9 }), 'request-unknown')
      await assertRefused(agent.changeVisit(id, { request: { id: 9 } }), 'request-unknown')
      const services = { counter: '1', services: ['magic'] }
      await assertRefused(agent.takeCounter('victoria', services), 'service-unknown')
    })
  })
})
