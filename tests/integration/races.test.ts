// Races: many at the same instant. Nobody is called twice, no number is given twice, nothing is lost.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { ApiError, type Api } from '#protocol/api'
import type { Command } from '../../server/domain/commands.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))

/** `done`, or the code of the refusal. */
const outcome = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  )

describeOnEach('at the same instant', (database) => {
  let office: TestOffice
  let agents: Api[]
  beforeEach(async () => {
    office = await openOffice(database, { env: { GUICHET_COMMIT_DELAY_MS: '30' } })
    const names = ['agent', ...[2, 3, 4, 5, 6, 7, 8].map((n) => `agent${n}`)]
    agents = []
    for (const name of names) agents.push(await office.signIn(`${name}.victoria`))
    await moreCounters()
  })
  afterEach(() => office.close())

  /** Eight agents need eight counters. */
  async function moreCounters(): Promise<void> {
    const token = await office.tokenOf('administrator')
    const path = '/api/v1/offices/victoria/settings'
    const { body } = await office.request('GET', path, { token })
    const settings = body as { counters: { code: string; name: { en: string; fr: string } }[] }
    for (const code of ['7', '8']) settings.counters.push({ code, name: { en: code, fr: code } })
    assert.equal((await office.request('PUT', path, { token, body: settings })).status, 200)
  }

  it('eight agents call and five wait: five different visits, and three times nobody', async () => {
    const waiting = new Set((await times(5, () => office.checkIn())).map((each) => each.id))

    const called = await times(8, (n) => agents[n]!.callNext('victoria', String(n + 1)))

    const ids = called.flatMap((visit) => (visit ? [visit.id] : []))
    assert.equal(ids.length, 5)
    assert.deepEqual(new Set(ids), waiting)
    assert.equal(called.filter((visit) => visit === null).length, 3)
    for (const visit of called) {
      if (!visit) continue
      assert.equal((await agents[0]!.visit(visit.id)).agent, visit.agent)
    }
  })

  it('forty check in: the numbers 1 to 40, each once', async () => {
    const kiosk = await office.kiosk()
    const requests = [{ service: 'driver-licence' }]

    const tickets = await times(40, () => kiosk.addVisit('victoria', { requests }))

    const expected = Array.from({ length: 40 }, (_, n) => `A${String(n + 1).padStart(3, '0')}`)
    assert.deepEqual(tickets.map((each) => each.ticket).sort(), expected)
    assert.equal(new Set(tickets.map((each) => each.id)).size, 40)
    assert.deepEqual(
      [...tickets]
        .sort((a, b) => a.version - b.version)
        .map((each) => each.peopleAhead)
        .slice(0, 3),
      [0, 1, 2],
    )
  })

  it('the same ticket is finished twice: once done, once refused', async () => {
    const { id } = await office.checkIn()
    await agents[0]!.begin(id, { counter: '1' })

    const outcomes = await times(2, () => outcome(agents[0]!.finish(id, {})))

    assert.deepEqual(outcomes.sort(), ['done', 'move-not-allowed'])
    const finished: unknown[] = await office.db.reader('facts').where('type', 'request-finished')
    assert.equal(finished.length, 1)
  })

  it('two agents call the same visit, and take the same counter: one of them does', async () => {
    const { id } = await office.checkIn()
    const calls = await times(2, (n) => outcome(agents[n]!.call(id, { counter: String(n + 1) })))
    assert.deepEqual(calls.sort(), ['done', 'move-not-allowed'])

    const taken = await times(2, (n) =>
      outcome(agents[n + 4]!.takeCounter('victoria', { counter: '5' })),
    )
    assert.deepEqual(taken.sort(), ['counter-taken', 'done'])
  })

  it('C2 P10 P24 two agents press one row 1,000 times: one has it, the other learns who', async function () {
    this.timeout(60_000)
    const quick = await openOffice(database)
    const ids = [await quick.idOf('agent.victoria'), await quick.idOf('agent2.victoria')]
    const { id: visit } = await quick.checkIn()
    const ask = (agent: number, command: Command) => {
      const actor = { kind: 'staff', id: ids[agent] ?? '' } as const
      return quick.app.door.execute({
        office: 'victoria',
        command,
        by: { actor, mayOverrule: false },
      })
    }
    for (const agent of [0, 1]) await ask(agent, { do: 'take-counter', counter: String(agent + 1) })

    for (let n = 0; n < 1_000; n += 1) {
      const press = n % 2 === 0 ? 'call' : 'begin'
      const [first, second] = n % 3 === 0 ? [1, 0] : [0, 1]
      const pressed = await Promise.all(
        [first, second].map((agent) => ask(agent, { do: press, visit })),
      )

      assert.deepEqual(
        pressed.map((each) => each.ok),
        [true, false],
      )
      const refusal = pressed.find((each) => 'refusal' in each)?.refusal
      const { agent, counter } = refusal?.details ?? {}
      assert.deepEqual([agent, counter], [ids[first], String(first + 1)], refusal?.code)
      await ask(first, { do: 'return', visit, place: 'kept' })
    }
    await quick.close()
  })

  it('each answer shows the visit as of its own version, whatever shared its commit', async () => {
    const kiosk = await office.kiosk()
    const requests = [{ service: 'driver-licence' }]
    await times(3, (n) => agents[n]!.takeCounter('victoria', { counter: String(n + 1) }))

    const [, ...answers] = await Promise.all([
      agents[7]!.takeCounter('victoria', { counter: '8' }),
      ...Array.from({ length: 6 }, () => kiosk.addVisit('victoria', { requests })),
      ...Array.from({ length: 3 }, (_, n) => agents[n]!.callNext('victoria', String(n + 1))),
    ])

    for (const answer of answers)
      if (answer && 'via' in answer) assert.equal(answer.state, 'called')
      else if (answer) assert.equal(answer.state, 'waiting', `version ${answer.version}`)
  })
})
