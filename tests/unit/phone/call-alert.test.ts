// How the phone calls somebody: once for each call, with sound only where it was allowed.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'mocha'
import {
  createCallAlert,
  type AlertParts,
} from '../../../kiosk/phone/src/composables/call-alert.ts'
import { useAct } from '../../../kiosk/phone/src/composables/useAct.ts'
import { ApiError, type TicketView } from '#protocol'

describe('the call of a phone', () => {
  let did: string[]
  const parts: AlertParts = {
    vibrate: () => did.push('shake'),
    play: () => did.push('chime'),
    unlock: () => Promise.resolve(true),
  }
  beforeEach(() => {
    did = []
  })

  it('A12 shakes and chimes once for each call and recall, whatever is heard twice', () => {
    const alert = createCallAlert(parts, null)
    for (const id of [7, 7, 9, 8, 9]) alert.call(id)
    assert.deepEqual(did, ['shake', 'chime', 'shake', 'chime'])
  })

  it('A12 does not call again for the call that the page was opened with', () => {
    const alert = createCallAlert(parts, 7)
    alert.call(7)
    assert.deepEqual(did, [])
    alert.call(8)
    assert.equal(did.length, 2)
  })
})

describe('what a phone asks for', () => {
  const view: TicketView = { office: 'victoria', version: 1, at: '', rows: [] }

  it('A12 is sent once however often it is touched, and again under the same key when its answer was lost', async () => {
    const keys: string[] = []
    const shown: TicketView[] = []
    let isCut = true
    const { run, failure } = useAct((answered) => shown.push(answered))
    const act = (key: string): Promise<TicketView> => {
      keys.push(key)
      return isCut ? Promise.reject(new ApiError(null)) : Promise.resolve(view)
    }
    assert.deepEqual(await Promise.all([run(act), run(act)]), [false, false])
    assert.equal(keys.length, 1)
    assert.equal(failure.value, 'unreachable')
    isCut = false
    assert.equal(await run(act), true)
    assert.equal(keys[0], keys[1])
    assert.equal(failure.value, null)
    await run(act)
    assert.notEqual(keys[1], keys[2])
    assert.equal(shown.length, 2)
  })
})
