import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { loggedAddress } from '../../server/http/logged-address.ts'

describe('addresses in the log', () => {
  it('A12 leave out whose ticket it is, and nothing else', () => {
    assert.equal(loggedAddress('/t/AaB_1-c'), '/t/…')
    assert.equal(loggedAddress('/t/AaB?x=1'), '/t/…?x=1')
    assert.equal(loggedAddress('/api/v1/tickets/AaB/more-time'), '/api/v1/tickets/…/more-time')
    for (const same of ['/api/v1/offices/t/join', '/tokens.css', '/', '/desk/t/x'])
      assert.equal(loggedAddress(same), same)
  })
})
