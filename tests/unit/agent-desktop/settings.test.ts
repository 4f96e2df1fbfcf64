import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { readSettings } from '../../../agent-ui/main/settings.ts'
import { settingsText } from '../../../kiosk/shell/settings.ts'

describe('the settings of the desk program', () => {
  it('takes the server from the file, and a key that calls next by itself', () => {
    const text = '{"server": "https://guichet.example.ca/desk/"}'

    assert.deepEqual(readSettings(text, []), {
      server: 'https://guichet.example.ca',
      callNextKey: 'Control+Alt+PageDown',
    })
  })

  it('lets the command line win over the file, and name the file', () => {
    const words = ['electron', '--server=https://other.example.ca', '--config=/etc/desk.json']

    const { server, callNextKey } = readSettings('{"callNextKey": "F13"}', words)

    assert.deepEqual([server, callNextKey], ['https://other.example.ca', 'F13'])
    assert.throws(
      () => settingsText(words, '/usual'),
      /desk\.json/,
      'a file that is named must be there',
    )
    assert.equal(settingsText([], '/not/there.json'), null)
  })

  it('takes no key where the file says so', () => {
    const text = '{"server": "https://guichet.example.ca", "callNextKey": null}'

    assert.equal(readSettings(text, []).callNextKey, null)
  })

  it('lets plain HTTP reach this computer only', () => {
    assert.equal(
      readSettings(null, ['--server=http://localhost:3000']).server,
      'http://localhost:3000',
    )
    assert.throws(() => readSettings(null, ['--server=http://guichet.example.ca']), /https/)
  })

  const WRONG: [what: string, text: string | null, why: RegExp][] = [
    ['nothing', null, /No server/],
    ['what is not JSON', '{server', /not JSON/],
    ['a list', '["https://a.example"]', /not a JSON object/],
    ['no address', '{"server": "guichet"}', /no address/],
    ['a file of this computer', '{"server": "file:///etc/passwd"}', /https/],
    ['a misspelt setting', '{"server": "https://a.example", "callNextkey": "F9"}', /callNextkey/],
    ['a key that is no text', '{"server": "https://a.example", "callNextKey": 9}', /callNextKey/],
  ]
  for (const [what, text, why] of WRONG)
    it(`says what is wrong with ${what}`, () => {
      assert.throws(() => readSettings(text, []), why)
    })
})
