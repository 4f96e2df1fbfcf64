// What an agent takes now: services, kinds of counter, languages. Who is outside is passed over.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertRefused } from '../support/refusals.ts'

describeOnEach('a work profile', (database) => {
  let office: TestOffice
  let agent: Api
  let greeter: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    greeter = await office.signIn('greeter.victoria')
  })
  afterEach(() => office.close())

  const next = async () => {
    const called = await agent.callNext('victoria', '1')
    if (called) await agent.noShow(called.id, {})
    return called?.id
  }

  it('B4 chooses services at sign-in and changes them live, also while serving', async () => {
    const licence = (await office.checkIn('driver-licence')).id
    const notary = (await office.checkIn('notary')).id
    await agent.takeCounter('victoria', { counter: '1', services: ['notary'] })

    const called = await agent.callNext('victoria', '1')
    assert.equal(called?.id, notary)
    await agent.begin(notary, {})
    const now = await agent.takeCounter('victoria', { counter: '1', services: null })
    assert.equal(now.services, null)
    assert.equal((await agent.visit(notary)).state, 'serving')
    await agent.finish(notary, {})

    assert.equal(await next(), licence)
  })

  it('B4 P04 takes a kind of counter: quick transactions go to the agents who take them', async () => {
    const requests = [{ service: 'driver-licence' }]
    const usual = (await greeter.addVisit('victoria', { requests })).id
    const quick = (await greeter.addVisit('victoria', { requests, counterKind: 'quick' })).id

    const taken = await agent.takeCounter('victoria', { counter: '1', counterKinds: ['quick'] })

    assert.deepEqual(taken.counterKinds, ['quick'])
    assert.equal(await next(), quick)
    assert.equal(await next(), undefined)
    await assertRefused(agent.call(usual, {}), 'visit-not-for-you')
    await agent.takeCounter('victoria', { counter: '1', counterKinds: null })
    assert.equal(await next(), usual)
  })

  it('B4 takes languages, and all three together', async () => {
    const requests = [{ service: 'notary' }]
    const english = (await greeter.addVisit('victoria', { requests, language: 'en' })).id
    const french = (await greeter.addVisit('victoria', { requests, language: 'fr' })).id
    await agent.takeCounter('victoria', {
      counter: '1',
      services: ['notary'],
      counterKinds: ['counter'],
      languages: ['fr'],
    })

    assert.equal(await next(), french)
    assert.equal(await next(), undefined)
    assert.equal((await agent.visit(english)).peopleAhead, 0)
  })

  it('B4 stays as it was in what is not said, over a change of counter and a restart', async () => {
    await agent.takeCounter('victoria', { counter: '1', services: ['notary'], languages: ['fr'] })
    await office.restart()
    agent = await office.signIn('agent.victoria')

    const moved = await agent.takeCounter('victoria', { counter: '2' })

    assert.deepEqual(
      [moved.services, moved.counterKinds, moved.languages],
      [['notary'], null, ['fr']],
    )
    const row = (await agent.desk('victoria')).rows.find((each) => each.id === 'counter:2')
    assert.ok(row?.kind === 'counter')
    assert.deepEqual([row.services, row.languages], [['notary'], ['fr']])
  })

  it('B4 is of things the office has', async () => {
    await assertNothingChanges(office, async () => {
      for (const [profile, code] of [
        [{ services: ['notary', 'fortune-telling'] }, 'service-unknown'],
        [{ counterKinds: ['counter', 'kissing-gate'] }, 'counter-kind-unknown'],
      ] as const)
        await assertRefused(
          agent.takeCounter('victoria', { counter: '1', ...profile } as never),
          code,
        )
    })
  })

  it('B17 a service withdrawn takes nobody new; those who wait for it are still served', async () => {
    const { id } = await office.checkIn('notary')
    await configure(office, (settings) => ({
      ...settings,
      services: settings.services.map((each) =>
        each.code === 'notary' ? { ...each, withdrawn: true } : each,
      ),
    }))

    await assertRefused(office.checkIn('notary'), 'service-withdrawn')
    const desk = (await agent.desk('victoria')).rows.find((row) => row.kind === 'office')
    const kiosk = await (await office.kiosk()).kiosk('victoria')
    const offered = kiosk.rows.find((row) => row.kind === 'office')
    assert.ok(desk?.kind === 'office' && offered?.kind === 'office')
    assert.equal(desk.services.find((each) => each.code === 'notary')?.withdrawn, true)
    assert.equal(desk.services.filter((each) => 'withdrawn' in each).length, 1)
    assert.ok(!offered.services.some((each) => each.code === 'notary'))
    await agent.takeCounter('victoria', { counter: '1', services: ['notary'] })
    assert.equal(await next(), id)
  })
})
