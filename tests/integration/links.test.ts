// What a start in demo mode prints: every account it names is there to be signed in with.
import assert from 'node:assert/strict'
import { it } from 'mocha'
import { readConfig } from '../../server/config.ts'
import { linksText } from '../../server/links.ts'
import { describeOnEach } from '../support/databases.ts'
import { CALL_CENTRE, callCentreSeeded } from '../support/history.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const accountsIn = async (office: TestOffice): Promise<string[]> => {
  const config = readConfig({ DATABASE_URL: office.address })
  const text = await linksText(office.app, office.db, config, office.origin)
  const [, names = ''] = /Sign in as +(.*), …/.exec(text) ?? []
  return names.split(', ')
}

describeOnEach('the links of a start', (database) => {
  it('name one account of each role of the first office', async () => {
    const office = await openOffice(database)
    const names = await accountsIn(office)
    assert.deepEqual(names.slice(0, 3), ['agent.victoria', 'greeter.victoria', 'manager.victoria'])
    const others = ['director', 'director.interior', 'executive', 'administrator']
    assert.deepEqual(names.slice(3), others)
    for (const name of names) await office.signIn(name)
    await office.close()
  })

  it('name those of whatever office there is, and each can sign in', async () => {
    const callCentre = { name: database.name, fresh: () => database.fresh(callCentreSeeded) }
    const office = await openOffice(callCentre)
    const names = await accountsIn(office)
    assert.ok(names.includes(`manager.${CALL_CENTRE}`), names.join())
    for (const name of names) await office.signIn(name)
    await office.close()
  })
})
