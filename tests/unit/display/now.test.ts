// The clock of a board: the server's, from the moment the server is heard.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { effectScope, ref } from 'vue'
import { useNow } from '../../../display/src/composables/useNow.ts'

describe('D7 the clock of a board', () => {
  it('is right at once when the server is heard, however wrong the device goes', () => {
    const scope = effectScope()
    let clock = 1
    const room = ref(0)
    const now = scope.run(() => useNow(() => clock, room))
    assert.equal(now?.value, 1)
    clock = 1_000_000
    room.value += 1
    assert.equal(now.value, 1_000_000)
    scope.stop()
  })
})
