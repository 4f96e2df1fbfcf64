// The locks of the desk program, tried through stand-ins for what is used of Electron.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  guardPage,
  guardSession,
  type GuardedPage,
  type GuardedSession,
} from '../../../kiosk/shell/guard.ts'
import { windowOptions } from '../../../agent-ui/main/window.ts'

const SERVER = 'https://guichet.example.ca'

interface Attempt {
  url: string
  preventDefault(): void
}

/** A page whose events can be made to happen; `tries` answers whether the attempt was let through. */
function guardedPage() {
  const heard = new Map<string, (event: Attempt) => void>()
  let opening = (): { action: string } => ({ action: 'allow' })
  const page: GuardedPage = {
    on: (event: string, listener: (event: Attempt) => void) => heard.set(event, listener),
    setWindowOpenHandler: (handler) => (opening = handler),
  }
  guardPage(page, SERVER)
  return {
    opens: () => opening().action,
    tries(event: string, url: string): boolean {
      let isLet = true
      heard.get(event)?.({ url, preventDefault: () => (isLet = false) })
      return isLet
    },
  }
}

function guardedSession() {
  type Asked = Parameters<GuardedSession['setPermissionRequestHandler']>[0]
  let asked: Asked = () => undefined
  let checked: (page: unknown, permission: string, origin: string) => boolean = () => true
  let device = (): boolean => true
  let download = (_event: { preventDefault(): void }): void => undefined
  const session: GuardedSession = {
    setPermissionRequestHandler: (handler) => (asked = handler),
    setPermissionCheckHandler: (handler) => (checked = handler),
    setDevicePermissionHandler: (handler) => (device = handler),
    on: (_event, listener) => (download = listener),
  }
  guardSession(session, SERVER, ['notifications'])
  return {
    asks(permission: string, requestingUrl: string, isMainFrame = true): boolean {
      const answers: boolean[] = []
      const answer = (granted: boolean): unknown => answers.push(granted)
      asked(null, permission, answer, { requestingUrl, isMainFrame })
      assert.equal(answers.length, 1, 'every question is answered, once')
      return answers[0] ?? true
    },
    checks: (permission: string, origin: string) => checked(null, permission, origin),
    device: () => device(),
    downloads(): boolean {
      let isLet = true
      download({ preventDefault: () => (isLet = false) })
      return isLet
    },
  }
}

describe('the window of the desk program', () => {
  it('is a sandbox in a world of its own, without Node', () => {
    const { webPreferences } = windowOptions({ preload: '/preload.cjs', isPackaged: true })

    assert.equal(webPreferences?.sandbox, true)
    assert.equal(webPreferences.contextIsolation, true)
    assert.equal(webPreferences.nodeIntegration, false)
    assert.equal(webPreferences.nodeIntegrationInWorker, false)
    assert.equal(webPreferences.nodeIntegrationInSubFrames, false)
    assert.equal(webPreferences.webviewTag, false)
    assert.equal(webPreferences.webSecurity, true)
    assert.equal(webPreferences.allowRunningInsecureContent, false)
  })

  it('has the tools of developers only where it is run from its sources', () => {
    const toolsOf = (isPackaged: boolean) =>
      windowOptions({ preload: '', isPackaged }).webPreferences?.devTools

    assert.deepEqual([toolsOf(true), toolsOf(false)], [false, true])
  })
})

describe('the page of the desk program', () => {
  it('stays on its server', () => {
    const page = guardedPage()

    assert.ok(page.tries('will-frame-navigate', `${SERVER}/desk/?bar`))
    for (const event of ['will-frame-navigate', 'will-redirect'])
      for (const away of [
        'https://elsewhere.example',
        'http://guichet.example.ca/desk/',
        'https://guichet.example.ca.elsewhere.example',
        'https://guichet.example.ca:8443/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'no address',
      ])
        assert.equal(page.tries(event, away), false, `${event} ${away}`)
  })

  it('opens no window and embeds nothing', () => {
    const page = guardedPage()

    assert.equal(page.opens(), 'deny')
    assert.equal(page.tries('will-attach-webview', SERVER), false)
  })

  it('is granted notifications, and nothing else', () => {
    const session = guardedSession()

    assert.ok(session.asks('notifications', `${SERVER}/desk/`))
    assert.ok(session.checks('notifications', SERVER))
    for (const permission of [
      'media',
      'geolocation',
      'clipboard-read',
      'openExternal',
      'hid',
      'x',
    ]) {
      assert.equal(session.asks(permission, `${SERVER}/desk/`), false, permission)
      assert.equal(session.checks(permission, SERVER), false, permission)
    }
    assert.equal(session.device(), false)
    assert.equal(session.downloads(), false)
  })

  it('is granted nothing on behalf of another page, or of a frame', () => {
    const session = guardedSession()

    assert.equal(session.asks('notifications', 'https://elsewhere.example/'), false)
    assert.equal(session.checks('notifications', 'https://elsewhere.example'), false)
    assert.equal(session.asks('notifications', `${SERVER}/desk/`, false), false)
  })
})
