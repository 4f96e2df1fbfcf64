// Data quality: doubted visits for the manager to look into, what was found, and a score per office. A
// correction is a fact of its own; looking changes no figure.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { LookIntoAnswer, QualityList, QualityScores } from '#protocol'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type Heard, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'

const V1 = '/api/v1'
const TODAY = { from: '2026-06-02', to: '2026-06-03' }
const FOUND = { finding: 'right', reason: 'A child ran off with the ticket' }

describeOnEach('data quality', (database) => {
  let office: TestOffice
  let short: string
  let wrong: string
  beforeEach(async () => {
    office = await openOffice(database)
    const agent = await office.signIn('agent.victoria')
    await office.checkIn('notary')
    short = (await office.checkIn()).id
    wrong = (await office.checkIn()).id
    office.clock.advance(5 * MINUTE)
    await agent.begin(short, { counter: '1' })
    office.clock.advance(10_000)
    await agent.finish(short, {})
    await agent.begin(wrong, { counter: '1' })
    office.clock.advance(10 * MINUTE)
    await agent.finish(wrong, {})
    await agent.markTimesWrong(wrong, {})
  })
  afterEach(() => office.close())

  async function ask(username: string, path: string, body: object, key?: string): Promise<Heard> {
    await office.app.rollups.written()
    const headers = key === undefined ? {} : { 'idempotency-key': key }
    const token = await office.tokenOf(username)
    return office.request('POST', V1 + path, { token, body, headers })
  }
  async function doubted(more: object = {}): Promise<QualityList> {
    const { status, body } = await ask(
      ...(['manager.victoria', '/offices/victoria/doubted-visits'] as const),
      { ...TODAY, ...more },
    )
    assert.equal(status, 200, JSON.stringify(body))
    return body as QualityList
  }
  const told = ({ visits }: QualityList) =>
    visits.map(({ visit, flags, todo }) => [visit, flags.join(), todo])

  it('F26 lists flagged visits with what helps, and says of each why', async () => {
    assert.deepEqual(told(await doubted()), [
      [short, 'too-short', 'confirm'],
      [wrong, 'times-wrong', 'correct'],
    ])
    assert.deepEqual(told(await doubted({ flags: ['times-wrong'] })), [
      [wrong, 'times-wrong', 'correct'],
    ])
    const { visits, next } = await doubted({ limit: 1 })
    assert.equal(visits.length, 1)
    assert.deepEqual(told(await doubted({ limit: 1, after: next })), [
      [wrong, 'times-wrong', 'correct'],
    ])
  })

  it('F26 leaves out what was looked into, with who did and why, and edits nothing', async () => {
    await assertNothingChanges(office, async () => {
      const { status } = await ask('manager.victoria', `/visits/${short}/look-into`, FOUND)
      assert.equal(status, 201)
    })

    assert.deepEqual(told(await doubted()), [[wrong, 'times-wrong', 'correct']])
    const { visits } = await doubted({ state: 'looked-into' })
    assert.equal(visits[0]?.lookedInto?.reason, FOUND.reason)
    assert.ok((visits[0].lookedInto.by ?? '').length > 0)
    assert.equal((await doubted({ state: 'any' })).visits.length, 2)
  })

  it('F26 takes a visit off the list that a correction has put right', async () => {
    const manager = await office.signIn('manager.victoria')
    const endedAt = new Date(office.clock.now() - 2 * MINUTE).toISOString()
    await manager.correct(wrong, { to: 'served', endedAt, reason: 'forgot' })

    assert.deepEqual(told(await doubted()), [[short, 'too-short', 'confirm']])
    const { facts } = await manager.story(wrong)
    assert.equal(facts.at(-1)?.type, 'visit-corrected')
  })

  it('F26 writes a look once for each key, and refuses the key of another', async () => {
    const path = `/visits/${short}/look-into`
    const first = await ask('manager.victoria', path, FOUND, 'k')
    const again = await ask('manager.victoria', path, FOUND, 'k')
    const other = await ask('manager.victoria', `/visits/${wrong}/look-into`, FOUND, 'k')

    assert.deepEqual(
      (first.body as LookIntoAnswer).lookedInto,
      (again.body as LookIntoAnswer).lookedInto,
    )
    assertProblem(other, 'key-reused')
  })

  it('F26 scores each office by its visits without a flag', async () => {
    const scores = async (username: string, more: object = {}) =>
      ((await ask(username, '/quality-scores', { ...TODAY, ...more })).body as QualityScores)
        .offices
    await ask('manager.victoria', `/visits/${short}/look-into`, FOUND)

    const [victoria] = await scores('executive')

    assert.deepEqual(
      [
        victoria?.office,
        victoria?.visits,
        victoria?.flagged,
        victoria?.lookedInto,
        victoria?.score,
      ],
      ['victoria', 3, 2, 1, 1 / 3],
    )
    assert.deepEqual([victoria?.flags['too-short'], victoria?.flags['times-wrong']], [1, 1])
    assert.deepEqual(await scores('director.interior'), [])
  })

  it('F26 is for the office’s own manager, and for visits that are', async () => {
    const look = (username: string, visit = short, body: object = FOUND) =>
      ask(username, `/visits/${visit}/look-into`, body)
    const list = (username: string) => ask(username, '/offices/victoria/doubted-visits', TODAY)

    for (const each of [look, list]) {
      assertProblem(await each('manager.cranbrook'), 'not-your-office')
      for (const username of ['agent.victoria', 'director', 'executive'])
        assertProblem(await each(username), 'not-allowed')
    }
    assertProblem(await look('manager.victoria', 'nobody'), 'visit-unknown')
    for (const wrongly of [{ reason: ' ' }, { finding: 'fine' }, { reason: 'x'.repeat(301) }])
      assertProblem(
        await look('manager.victoria', short, { ...FOUND, ...wrongly }),
        'invalid-input',
      )
    const backwards = { from: TODAY.to, to: TODAY.from }
    assertProblem(
      await ask('manager.victoria', '/offices/victoria/doubted-visits', backwards),
      'invalid-input',
    )
  })
})
