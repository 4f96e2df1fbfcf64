// What a person tells the kiosk beside the service: answers, needs, a first name or a telephone
// number. All of it is for staff, none of it in the journal, and it is forgotten when it was said.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'

const DAY = 24 * 3_600_000
const LOST = { service: 'driver-licence', question: 'lost', yes: true }
const one = { requests: [{ service: 'driver-licence' }] }

describeOnEach('what people tell a kiosk', (database) => {
  let office: TestOffice
  let kiosk: Api
  let agent: Api
  beforeEach(async () => {
    office = await openOffice(database)
    kiosk = await office.kiosk()
    agent = await office.signIn('agent.victoria')
  })
  afterEach(() => office.close())

  /** What the journal says of arrivals. */
  const journal = async () =>
    JSON.stringify(await office.db.reader('facts').where('type', 'visit-arrived').select('data'))
  const people = () => office.db.reader<{ phone: string | null }>('visit_people')

  it('A8 shows the answers to whoever serves, in the language they were given in', async () => {
    const requests = [{ service: 'health-plan' }, { service: 'driver-licence' }]
    const answers = [
      LOST,
      { service: 'health-plan', question: 'newborn', yes: false },
      { service: 'health-plan', question: 'newborn', yes: true },
    ]
    const { id } = await kiosk.addVisit('victoria', { requests, language: 'fr', answers })

    const { card } = await agent.visit(id)
    assert.deepEqual(card, {
      source: 'Réponses données à l’arrivée',
      lines: [
        { label: 'Votre permis est-il perdu ou volé?', text: 'Oui' },
        { label: 'Est-ce pour un nouveau-né?', text: 'Oui' },
      ],
    })
    assert.ok(!/lost|newborn|perdu/.test(await journal()))
  })

  it('A8 refuses no ticket over a question that is not asked any more', async () => {
    const answers = [
      { service: 'driver-licence', question: 'gone', yes: true },
      { service: 'notary', question: 'another', yes: true },
    ]
    const { id, ticket } = await kiosk.addVisit('victoria', { ...one, answers })
    assert.equal(ticket, 'A001')
    assert.equal((await agent.visit(id)).card, undefined)
  })

  it('A8 forgets the answers when the visit is over', async () => {
    const { id } = await kiosk.addVisit('victoria', { ...one, answers: [LOST] })
    await agent.begin(id, { counter: '1' })
    await agent.finish(id, {})
    assert.equal((await agent.visit(id)).card, undefined)
  })

  it('A24 tells staff quietly what somebody needs', async () => {
    const { id } = await kiosk.addVisit('victoria', { ...one, needs: ['seat', 'sign-language'] })
    assert.deepEqual((await agent.visit(id)).needs, ['seat', 'sign-language'])
    assert.ok(!/seat|sign-language/.test(await journal()))
  })

  it('A9 takes a telephone number only where the office asks for one', async () => {
    const asked = { ...one, phone: '250 555 0100' }
    await assertNothingChanges(office, () =>
      assertRefused(kiosk.addVisit('victoria', asked), 'not-allowed'),
    )
    await configure(office, (was) => ({
      ...was,
      asks: { firstName: false, phone: true, keptDays: 2 },
    }))
    const { id } = await kiosk.addVisit('victoria', asked)
    assert.equal((await agent.visit(id)).phone, '250 555 0100')
  })

  it('A9 forgets what was left after the days the office said, and keeps the visit', async () => {
    await configure(office, (was) => ({
      ...was,
      asks: { firstName: true, phone: true, keptDays: 2 },
    }))
    const { id } = await kiosk.addVisit('victoria', { ...one, name: 'Ann', phone: '250 555 0100' })
    await agent.begin(id, { counter: '1' })
    await agent.finish(id, {})
    office.clock.advance(2 * DAY - 60_000)
    assert.equal((await people()).length, 1)
    await eventually(async () => {
      office.clock.advance(DAY / 24)
      return (await people()).length === 0
    }, 'the person is forgotten')
    const [visit] = await office.db.reader<{ state: string }>('visits').select('state')
    assert.equal(visit?.state, 'served')
  })

  it('A2 tells a kiosk what is asked for most, and a board nothing', async () => {
    for (const service of ['notary', 'health-plan', 'notary']) {
      await kiosk.addVisit('victoria', { requests: [{ service }] })
    }
    const { services } = await kiosk.frequentServices('victoria')
    assert.deepEqual(services, ['notary', 'health-plan'])
    const answer = await office.request('GET', '/api/v1/offices/victoria/frequent-services', {
      token: await office.deviceToken('display'),
    })
    assertProblem(answer, 'not-allowed')
  })

  it('A8 shows a kiosk what to bring, what is asked and the hours', async () => {
    const row = (await kiosk.kiosk('victoria')).rows.find((each) => each.kind === 'office')
    const licence = row?.services.find(({ code }) => code === 'driver-licence')
    assert.equal(licence?.bring?.length, 2)
    assert.equal(licence.questions?.[0]?.code, 'lost')
    const cranbrook = await (await office.kiosk('cranbrook')).kiosk('cranbrook')
    const there = cranbrook.rows.find((each) => each.kind === 'office')
    assert.equal(there?.hours?.week.length, 7)
  })

  it('A8 refuses the settings of a service that asks the same question twice', async () => {
    const token = await office.tokenOf('administrator')
    const path = '/api/v1/offices/victoria/settings'
    const { body } = await office.request('GET', path, { token })
    const was = body as { services: { questions?: unknown[] }[] }
    const [first, ...rest] = was.services
    const question = { code: 'a', words: { en: 'A?', fr: 'A?' } }
    const services = [{ ...first, questions: [question, question] }, ...rest]
    await assertNothingChanges(office, async () => {
      const answer = await office.request('PUT', path, { token, body: { ...was, services } })
      assertProblem(answer, 'invalid-input')
    })
  })
})
