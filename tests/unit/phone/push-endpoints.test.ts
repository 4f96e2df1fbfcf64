// Where a push may go: whoever has a ticket names the address, so it must lead nowhere else.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { isPublic, lookUpPublic, mayPushTo } from '../../../server/features/phone/push-endpoints.ts'

describe('where a push may go', () => {
  it('A12 is the push services of browsers, over TLS', () => {
    for (const endpoint of [
      'https://fcm.googleapis.com/fcm/send/x',
      'https://updates.push.services.mozilla.com/wpush/v2/x',
      'https://web.push.apple.com/x',
      'https://wns2-by3p.notify.windows.com/w/?token=x',
    ])
      assert.ok(mayPushTo(endpoint, 'production'), endpoint)
  })

  it('A12 is nowhere else, and on this computer in a demo only', () => {
    for (const endpoint of [
      'http://fcm.googleapis.com/x',
      'https://evil-fcm.googleapis.com.example.org/x',
      'https://notpush.apple.com.example/x',
      'https://xpush.apple.com/x',
      'https://user:secret@fcm.googleapis.com/x',
      'https://fcm.googleapis.com:22/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://localhost/x',
      'https://169.254.169.254/latest',
      'nonsense',
    ])
      assert.ok(!mayPushTo(endpoint, 'production'), endpoint)
    assert.ok(mayPushTo('http://127.0.0.1:9/x', 'demo'))
    assert.ok(!mayPushTo('http://127.0.0.1.example.org/x', 'demo'))
    assert.ok(!mayPushTo('https://10.0.0.1/x', 'demo'))
  })

  it('A12 is no address of a private network, however a name leads there', () => {
    for (const address of ['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.0.1'])
      assert.ok(!isPublic(address), address)
    for (const address of ['0.0.0.0', '100.64.0.1', '224.0.0.1', '255.255.255.255'])
      assert.ok(!isPublic(address), address)
    for (const address of ['::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '2002:a00:1::'])
      assert.ok(!isPublic(address), address)
    for (const address of ['142.250.0.1', '17.57.144.1', '2607:f8b0::1'])
      assert.ok(isPublic(address), address)
  })

  it('A12 is found by no name of this computer', async () => {
    const error = await new Promise<Error | null>((resolve) => {
      lookUpPublic('localhost', {}, resolve)
    })
    assert.equal(error?.message, 'not an address of the public network')
  })
})
