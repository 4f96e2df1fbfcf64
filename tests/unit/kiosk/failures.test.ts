// What a problem means to the person in front of the kiosk.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { failureReason } from '../../../kiosk/src/composables/failures.ts'

describe('a number that could not be given', () => {
  it('is explained by what the person can do about it', () => {
    assert.equal(failureReason('unreachable'), 'unreachable')
    assert.equal(failureReason('too-many-requests'), 'busy')
    assert.equal(failureReason('service-unknown'), 'withdrawn')
    assert.equal(failureReason('sign-in-needed'), 'refused')
    assert.equal(failureReason('unexpected'), 'unexpected')
    assert.equal(failureReason('key-reused'), 'unexpected')
  })
})
