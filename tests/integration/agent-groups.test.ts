// Groups of agents over HTTP: who names them, who asks about them, and what they never tell.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { AgentGroups, AgentGroupsKnown, FigureAnswer, ReportWords } from '#protocol'
import { officesGrouped } from '../../server/features/reports/agent-group-store.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type Heard, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'

const V1 = '/api/v1'
const TODAY = { from: '2026-06-02', to: '2026-06-03' }
const PATH = `${V1}/offices/victoria/agent-groups`

describeOnEach('groups of agents', (database) => {
  let office: TestOffice
  let ids: string[]
  beforeEach(async () => {
    office = await openOffice(database)
    const { agents } = (await send('GET')).body as AgentGroupsKnown
    ids = agents.map(({ id }) => id)
  })
  afterEach(() => office.close())

  async function send(
    method: 'GET' | 'PUT',
    body?: object,
    username = 'manager.victoria',
    path = PATH,
  ): Promise<Heard> {
    return office.request(method, path, { token: await office.tokenOf(username), body })
  }
  const group = (code: string, agents: readonly string[]): AgentGroups['groups'][number] => {
    return { code, name: { en: `The ${code}`, fr: `Groupe ${code}` }, agents: [...agents] }
  }
  async function figures(username: string, more: object): Promise<FigureAnswer> {
    await office.app.rollups.written()
    const token = await office.tokenOf(username)
    const { status, body } = await office.request('POST', `${V1}/figures`, {
      ...{ token, body: { ...TODAY, ...more } },
    })
    assert.equal(status, 200, JSON.stringify(body))
    return body as FigureAnswer
  }
  async function serve(username: string): Promise<void> {
    const agent = await office.signIn(username)
    const { id } = await office.checkIn()
    await agent.callNext('victoria', '1')
    await agent.begin(id, {})
    office.clock.advance(5 * MINUTE)
    await agent.finish(id, {})
  }

  it('F17 are named by the manager of the office, kept, and asked about by whoever sees its figures', async () => {
    await serve('agent.victoria')
    const all = [group('front', ids)]

    assert.equal((await send('PUT', { groups: all })).status, 200)

    const { groups } = (await send('GET')).body as AgentGroupsKnown
    assert.deepEqual(groups, all)
    await office.app.rollups.written()
    const grouped = await officesGrouped(office.db.reader, ['victoria', 'cranbrook'])
    assert.deepEqual([...grouped], ['victoria'], 'they have rollups of their own')
    for (const username of ['manager.victoria', 'director', 'executive']) {
      const { total } = await figures(username, { agentGroups: ['front'] })
      assert.deepEqual([total.counts.served, total.levels.openCounters], [1, null], username)
      const token = await office.tokenOf(username)
      const { body } = await office.request('GET', `${V1}/report-words`, { token })
      const [named] = (body as ReportWords).agentGroups
      assert.deepEqual(named, { code: 'front', name: all[0]?.name })
    }
    assert.equal((await figures('director', { agentGroups: ['back'] })).total.counts.visits, 0)
    const other = { offices: ['cranbrook'], agentGroups: ['front'] }
    assert.equal((await figures('director', other)).total.counts.visits, 0)
  })

  it('F17 are not another version when they are named as they are', async () => {
    const whole = { groups: [group('front', ids)] }
    await send('PUT', whole)
    assert.equal((await send('PUT', whole)).status, 200)
    assert.equal((await office.db.knex('agent_groups').select('id')).length, 1)
  })

  it('F17 keep every version, with who made it, and the last one counts', async () => {
    await send('PUT', { groups: [group('front', ids)] })
    office.clock.advance(MINUTE)
    await send('PUT', { groups: [] })

    assert.deepEqual(((await send('GET')).body as AgentGroupsKnown).groups, [])
    const rows = await office.db.knex('agent_groups').select('set_by')
    const manager = await office.idOf('manager.victoria')
    assert.deepEqual(
      rows.map(({ set_by }) => set_by as string),
      [manager, manager],
    )
    assert.equal((await figures('director', { agentGroups: ['front'] })).total.counts.visits, 0)
  })

  it('F17 are refused where one of them, or who is left, could be told apart', async () => {
    assert.ok(ids.length >= 4)
    await assertNothingChanges(office, async () => {
      assertProblem(
        await send('PUT', { groups: [group('few', ids.slice(0, 2))] }),
        'group-too-small',
      )
      assertProblem(await send('PUT', { groups: [group('most', ids.slice(1))] }), 'group-too-small')
      for (const groups of [
        [group('front', [...ids, 'nobody'])],
        [group('front', ids), group('back', ids)],
        [group('front', ids), group('front', ids)],
        [group('Front', ids)],
        [{ ...group('front', ids), name: { en: ' ', fr: 'x' } }],
        'front',
      ])
        assertProblem(await send('PUT', { groups }), 'invalid-input')
    })
    assert.deepEqual(await office.db.knex('agent_groups').select('id'), [])
  })

  it('F17 are the manager’s own: nobody else makes them, or is told who is in one', async () => {
    const whole = { groups: [group('front', ids)] }
    await assertNothingChanges(office, async () => {
      for (const username of ['agent.victoria', 'director', 'executive', 'administrator']) {
        assertProblem(await send('PUT', whole, username), 'not-allowed')
        assertProblem(await send('GET', undefined, username), 'not-allowed')
      }
      assertProblem(await send('PUT', whole, 'manager.cranbrook'), 'not-your-office')
      assertProblem(await send('GET', undefined, 'manager.cranbrook'), 'not-your-office')
      const nowhere = `${V1}/offices/nowhere/agent-groups`
      assertProblem(await send('PUT', whole, 'manager.victoria', nowhere), 'office-unknown')
    })
  })
})
