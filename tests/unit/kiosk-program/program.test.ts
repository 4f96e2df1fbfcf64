// What the kiosk program decides, with stand-ins for what is used of Electron.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { keepAlive, type LivingPage } from '../../../kiosk/main/keep-alive.ts'
import { TO_ITS_SERVER } from '../../../kiosk/main/own-pages.ts'
import { readSettings } from '../../../kiosk/main/settings.ts'
import { staffExit } from '../../../kiosk/main/staff-exit.ts'
import {
  holdKeys,
  windowOptions,
  type KeyedPage,
  type PressedKey,
} from '../../../kiosk/main/window.ts'
import { guardSession, type GuardedSession } from '../../../kiosk/shell/guard.ts'

const SERVER = 'https://guichet.example.ca'
const SERVER_TEXT = `"server": "${SERVER}"`

describe('the settings of the kiosk program', () => {
  it('names a server, and by itself no printer, wide paper and no code', () => {
    assert.deepEqual(readSettings(`{${SERVER_TEXT}}`, []), {
      ...{ server: SERVER, printer: { is: 'none' }, paper: 80, staffCode: null },
    })
  })

  const PRINTERS: [given: string, printer: object][] = [
    ['{"network": "192.0.2.10"}', { is: 'network', host: '192.0.2.10', port: 9100 }],
    ['{"network": "printer.lan:9101"}', { is: 'network', host: 'printer.lan', port: 9101 }],
    ['{"network": "[2001:db8::1]:9100"}', { is: 'network', host: '2001:db8::1', port: 9100 }],
    ['{"file": "/dev/usb/lp0"}', { is: 'file', path: '/dev/usb/lp0' }],
    ['{"system": "TM-T20"}', { is: 'system', name: 'TM-T20' }],
    ['{"system": null}', { is: 'system', name: null }],
    ['null', { is: 'none' }],
  ]
  for (const [given, printer] of PRINTERS)
    it(`A15 takes the printer ${given}`, () => {
      const text = `{${SERVER_TEXT}, "printer": ${given}, "paper": 58, "staffCode": "240719"}`

      const settings = readSettings(text, [])

      assert.deepEqual(settings.printer, printer)
      assert.deepEqual([settings.paper, settings.staffCode], [58, '240719'])
    })

  const WRONG: [given: string, sentence: RegExp][] = [
    ['{}', /No server is named/],
    ['{"server": "http://guichet.example.ca"}', /https/],
    [`{${SERVER_TEXT}, "printer": "192.0.2.10"}`, /"printer" is/],
    [`{${SERVER_TEXT}, "printer": {"network": ""}}`, /"printer" is/],
    [`{${SERVER_TEXT}, "printer": {"network": "a", "file": "b"}}`, /"printer" is/],
    [`{${SERVER_TEXT}, "printer": {"network": "a/b"}}`, /none such as/],
    [`{${SERVER_TEXT}, "printer": {"network": "a:99999"}}`, /none such as/],
    [`{${SERVER_TEXT}, "printer": {"usb": "a"}}`, /"printer" is/],
    [`{${SERVER_TEXT}, "paper": 76}`, /80 or 58/],
    [`{${SERVER_TEXT}, "staffCode": "1234"}`, /six to twelve digits/],
    [`{${SERVER_TEXT}, "staffCode": 240719}`, /six to twelve digits/],
    [`{${SERVER_TEXT}, "papier": 80}`, /no "papier"/],
    ['[]', /not a JSON object/],
    ['{', /not JSON/],
  ]
  for (const [given, sentence] of WRONG)
    it(`says what is wrong with ${given}`, () => {
      assert.throws(() => readSettings(given, []), sentence)
    })
})

describe('the window of the kiosk program', () => {
  it('is the whole screen, locked, without the tools of developers once installed', () => {
    const options = windowOptions({ preload: '/p.cjs', isPackaged: true })

    assert.ok(options.kiosk && options.fullscreen && options.alwaysOnTop)
    const { sandbox, contextIsolation, nodeIntegration, devTools } = options.webPreferences ?? {}
    assert.deepEqual(
      [sandbox, contextIsolation, nodeIntegration, devTools],
      [true, true, false, false],
    )
  })

  it('does nothing on keys that leave, reload or enlarge the page', () => {
    const heard = new Map<string, (event: { preventDefault(): void }, key: PressedKey) => void>()
    const page: KeyedPage = {
      on: (event: string, listener: unknown) =>
        heard.set(event, listener as (event: { preventDefault(): void }, key: PressedKey) => void),
      setVisualZoomLevelLimits: () => Promise.resolve(),
    }
    holdKeys(page)
    const isHeld = (key: string, held: Partial<PressedKey> = {}): boolean => {
      let was = false
      const event = { preventDefault: () => (was = true) }
      const base = { type: 'keyDown', control: false, alt: false, meta: false }
      heard.get('before-input-event')?.(event, { ...base, key, ...held })
      return was
    }

    for (const key of ['F5', 'F11', 'F12', 'BrowserBack']) assert.ok(isHeld(key), key)
    for (const key of ['r', 'w', 'p', '+', '0', 'Tab'])
      assert.ok(isHeld(key, { control: true }), key)
    assert.ok(isHeld('F4', { alt: true }))
    assert.ok(isHeld('ArrowLeft', { alt: true }))
    assert.ok(isHeld('d', { meta: true }))
    for (const key of ['a', 'é', 'Tab', 'Enter', 'ArrowDown', ' ']) assert.ok(!isHeld(key), key)
    assert.ok(!isHeld('c', { control: true }))
    assert.ok(!isHeld('@', { control: true, alt: true }), 'AltGr')
  })

  it('is granted nothing but to speak to its server', () => {
    let asked: Parameters<GuardedSession['setPermissionRequestHandler']>[0] = () => undefined
    const session: GuardedSession = {
      setPermissionRequestHandler: (handler) => (asked = handler),
      setPermissionCheckHandler: (handler) => {
        assert.equal(handler(null, 'notifications', SERVER), false)
      },
      setDevicePermissionHandler: (handler) => assert.equal(handler(), false),
      on: () => undefined,
    }
    guardSession(session, SERVER, TO_ITS_SERVER)
    for (const permission of ['notifications', 'media', 'geolocation', 'midi', 'fullscreen'])
      asked(null, permission, (granted) => assert.equal(granted, false), {
        ...{ requestingUrl: `${SERVER}/kiosk/`, isMainFrame: true },
      })
  })
})

describe('the page that is kept alive', () => {
  function living() {
    const heard = new Map<string, (...given: unknown[]) => void>()
    const waiting: { at: number; run: () => void }[] = []
    const log: string[] = []
    let now = 0
    const page: LivingPage = {
      loadURL: (address) => {
        log.push(`load ${address}`)
        return Promise.reject(new Error('no such page yet'))
      },
      on: (event: string, listener: (...given: never[]) => void) =>
        heard.set(event, listener as (...given: unknown[]) => void),
      forcefullyCrashRenderer: () => log.push('crash'),
    }
    keepAlive({
      page,
      address: 'a',
      now: () => now,
      after(ms, run) {
        const entry = { at: now + ms, run }
        waiting.push(entry)
        return () => {
          const index = waiting.indexOf(entry)
          if (index >= 0) waiting.splice(index, 1)
        }
      },
      relaunch: () => log.push('relaunch'),
    })
    return {
      log,
      tell: (event: string, ...given: unknown[]) => heard.get(event)?.(...given),
      pass(ms: number) {
        now += ms
        for (const entry of [...waiting].filter(({ at }) => at <= now)) {
          waiting.splice(waiting.indexOf(entry), 1)
          entry.run()
        }
      },
    }
  }

  it('A21 loads a page again that died, and begins afresh at the fourth in a minute', () => {
    const { log, tell, pass } = living()
    for (let n = 0; n < 3; n += 1) {
      tell('render-process-gone')
      pass(5_000)
    }
    assert.deepEqual(log, ['load a', 'load a', 'load a', 'load a'])

    tell('render-process-gone')

    assert.equal(log.at(-1), 'relaunch')
  })

  it('counts only what falls within a minute', () => {
    const { log, tell, pass } = living()
    for (let n = 0; n < 10; n += 1) {
      tell('render-process-gone')
      pass(20_000)
    }
    assert.ok(!log.includes('relaunch'))
  })

  it('ends a page that hangs for ten seconds, and not one that comes back', () => {
    const { log, tell, pass } = living()
    tell('unresponsive')
    pass(9_000)
    tell('responsive')
    pass(5_000)
    assert.deepEqual(log, ['load a'])

    tell('unresponsive')
    pass(10_000)
    assert.deepEqual(log, ['load a', 'crash'])
  })

  it('tries again what could not be loaded, but not what was given up for another', () => {
    const { log, tell, pass } = living()
    tell('did-fail-load', {}, -3, '', 'a', true)
    tell('did-fail-load', {}, -105, '', 'b', false)
    pass(5_000)
    assert.deepEqual(log, ['load a'])

    tell('did-fail-load', {}, -105, '', 'a', true)
    pass(1_000)
    assert.deepEqual(log, ['load a', 'load a'])
  })
})

describe('the way out for staff', () => {
  it('opens to the code, and to nothing else', () => {
    const leave = staffExit('240719', () => 0)

    assert.equal(leave('240718'), false)
    assert.equal(leave(''), false)
    assert.equal(leave('2407190'), false)
    assert.equal(leave('240719'), true)
    assert.equal(staffExit(null, () => 0)(''), false)
  })

  it('stays shut for a minute after five wrong codes, even to the right one', () => {
    let now = 0
    const leave = staffExit('240719', () => now)
    for (let n = 0; n < 5; n += 1) assert.equal(leave('000000'), false)

    now = 59_999
    assert.equal(leave('240719'), false)
    now = 60_000
    assert.equal(leave('240719'), true)
  })
})
