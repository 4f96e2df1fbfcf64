// What the address says, and what a problem means to the person in front of it.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { failureReason, refusalReason } from '../../../kiosk/src/composables/failures.ts'
import { officeFromPath, tokenFromFragment } from '../../../kiosk/src/composables/office-path.ts'

describe('the kiosk’s address', () => {
  it('names the office, with or without a slash at the end', () => {
    assert.equal(officeFromPath('/kiosk/dawson-creek'), 'dawson-creek')
    assert.equal(officeFromPath('/kiosk/victoria/'), 'victoria')
    assert.equal(officeFromPath('/kiosk/'), '')
  })

  it('may carry a device token', () => {
    assert.equal(tokenFromFragment('#device=a1.b2_c3'), 'a1.b2_c3')
    assert.equal(tokenFromFragment('#other=x'), null)
    assert.equal(tokenFromFragment(''), null)
  })
})

describe('a number that could not be given', () => {
  it('is explained by what the person can do about it', () => {
    assert.equal(failureReason('unreachable'), 'unreachable')
    assert.equal(failureReason('too-many-requests'), 'busy')
    assert.equal(failureReason('service-unknown'), 'withdrawn')
    assert.equal(failureReason('sign-in-needed'), 'refused')
    assert.equal(failureReason('unexpected'), 'unexpected')
    assert.equal(failureReason('key-reused'), 'unexpected')
  })

  it('tells staff why a device is refused', () => {
    assert.equal(refusalReason('sign-in-needed'), 'token')
    assert.equal(refusalReason('office-unknown'), 'office')
    assert.equal(refusalReason('contract-too-old'), 'old')
    assert.equal(refusalReason('unexpected'), 'other')
  })
})
