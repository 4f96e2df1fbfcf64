// The offices a visit may be sent to: every one that is configured, for staff of any of them.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertProblem } from '../support/refusals.ts'

describeOnEach('the list of offices', (database) => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openOffice(database)
  })
  afterEach(() => office.close())

  it('C10 names every office, in both languages, to all who work at a desk', async () => {
    for (const username of ['greeter.victoria', 'agent.victoria', 'manager.victoria']) {
      const { offices } = await (await office.signIn(username)).offices()

      assert.deepEqual(
        offices.map(({ code }) => code).sort(),
        ['cranbrook', 'dawson-creek', 'victoria'],
        username,
      )
      for (const { name } of offices) assert.ok(name.en && name.fr)
    }
  })

  it('is not for devices, nor for who is not signed in', async () => {
    const path = '/api/v1/offices'
    assertProblem(await office.request('GET', path), 'sign-in-needed')
    for (const kind of ['kiosk', 'display'] as const) {
      const token = await office.deviceToken(kind)
      assertProblem(await office.request('GET', path, { token }), 'not-allowed')
    }
  })
})
