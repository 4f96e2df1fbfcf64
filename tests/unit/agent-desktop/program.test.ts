// What the desk program decides about its window, its tray and its key, with stand-ins for Electron.
import assert from 'node:assert/strict'
import type { MenuItemConstructorOptions, Rectangle } from 'electron'
import { describe, it } from 'mocha'
import { DESK_STATES } from '../../../agent-ui/bridge.ts'
import { holdKey } from '../../../agent-ui/main/global-key.ts'
import { keepLoaded, type LoadedPage } from '../../../agent-ui/main/loading.ts'
import { createShapes, type ShapedWindow } from '../../../agent-ui/main/shape.ts'
import { TRAY_SIZE, trayBitmap } from '../../../agent-ui/main/tray-image.ts'
import { fillTray } from '../../../agent-ui/main/tray.ts'

const SERVER = 'https://guichet.example.ca'

describe('the shapes of the window', () => {
  const WHOLE: Rectangle = { x: 40, y: 30, width: 1280, height: 800 }

  function shaped({ isMaximized = false } = {}) {
    const window = { bounds: WHOLE, isMaximized, onTop: false, least: [0, 0] }
    const electron: ShapedWindow = {
      isMaximized: () => window.isMaximized,
      maximize: () => (window.isMaximized = true),
      unmaximize: () => (window.isMaximized = false),
      getContentBounds: () => window.bounds,
      setContentBounds: (bounds) => (window.bounds = bounds),
      setMinimumSize: (...least) => (window.least = least),
      setAlwaysOnTop: (isOnTop) => (window.onTop = isOnTop),
      setVisibleOnAllWorkspaces: () => undefined,
    }
    const workArea = { x: 1920, y: 0, width: 1600, height: 860 }
    return { window, shape: createShapes(electron, () => workArea) }
  }

  it('makes the bar small, above other programs, in the corner of its own screen', () => {
    const { window, shape } = shaped()

    shape('bar')

    assert.deepEqual(window.bounds, { x: 3084, y: 48, width: 420, height: 120 })
    assert.equal(window.onTop, true)
    assert.deepEqual(window.least, [360, 64])
  })

  it('gives the whole desk its place again, and the bar the place it was moved to', () => {
    const { window, shape } = shaped()
    const moved = { x: 5, y: 6, width: 500, height: 90 }

    shape('bar')
    window.bounds = moved
    shape('desk')
    assert.deepEqual(window.bounds, WHOLE)
    assert.equal(window.onTop, false)
    shape('bar')

    assert.deepEqual(window.bounds, moved)
  })

  it('comes back maximized when it was', () => {
    const { window, shape } = shaped({ isMaximized: true })

    shape('bar')
    assert.equal(window.isMaximized, false)
    shape('desk')

    assert.equal(window.isMaximized, true)
  })

  it('does not move when it is asked for the shape it has', () => {
    const { window, shape } = shaped()
    shape('bar')
    window.bounds = { x: 1, y: 2, width: 400, height: 100 }

    shape('bar')

    assert.deepEqual(window.bounds, { x: 1, y: 2, width: 400, height: 100 })
  })
})

describe('the key that calls next', () => {
  it('C1 is held for the whole computer, and told when pressed', () => {
    let presses = 0
    const held = new Map<string, () => void>()
    const register = (key: string, pressed: () => void): boolean => held.set(key, pressed).has(key)

    const key = holdKey({ register }, 'F13', () => (presses += 1))
    held.get('F13')?.()

    assert.equal(key, 'F13')
    assert.equal(presses, 1)
  })

  it('is none where none is wanted, another program holds it, or there is no such key', () => {
    const nothing = (): void => undefined
    const taken = { register: () => false }
    const unknown = {
      register(): boolean {
        throw new TypeError('conversion failure')
      },
    }

    assert.equal(holdKey({ register: () => assert.fail() }, null, nothing), null)
    assert.equal(holdKey(taken, 'F13', nothing), null)
    assert.equal(holdKey(unknown, 'No key', nothing), null)
  })
})

describe('the mark in the tray', () => {
  function tray() {
    const shown = { text: '', state: '', menu: [] as MenuItemConstructorOptions[] }
    const done: unknown[] = []
    let click = (): void => undefined
    let startsAlone = false
    const { tell, tellUnreachable } = fillTray(
      {
        on: (_event, listener) => (click = listener),
        setToolTip: (text) => (shown.text = text),
        showState: (state) => (shown.state = state),
        showMenu: (menu) => (shown.menu = menu),
      },
      {
        autoStart: { isOn: () => startsAlone, set: (isOn) => (startsAlone = isOn) },
        raise: () => done.push('raise'),
        wantShape: (shape) => done.push(shape),
        quit: () => done.push('quit'),
      },
    )
    const press = (label: string, checked = false): void => {
      const item = shown.menu.find((each) => each.label === label)
      assert.ok(item?.click, label)
      // What Electron passes beside the item is not used.
      Reflect.apply(item.click, null, [{ checked }])
    }
    return {
      shown,
      done,
      tell,
      tellUnreachable,
      press,
      click: () => click(),
      starts: () => startsAlone,
    }
  }

  it('shows how the desk is', () => {
    const { shown, tell } = tray()
    assert.deepEqual([shown.state, shown.text], ['signed-out', 'Guichet'])

    tell({ state: 'busy', text: '3 waiting', language: 'en' })

    assert.deepEqual([shown.state, shown.text], ['busy', 'Guichet · 3 waiting'])
  })

  it('speaks the agent’s language, also of a server that cannot be reached', () => {
    const { shown, tell, tellUnreachable } = tray()

    tell({ state: 'available', text: '', language: 'fr' })
    tellUnreachable()

    assert.deepEqual(
      shown.menu.flatMap(({ label }) => label ?? []),
      ['Poste complet', 'Barre d’appel', 'Démarrer avec l’ordinateur', 'Quitter Guichet'],
    )
    assert.deepEqual(
      [shown.state, shown.text],
      ['not-live', 'Guichet · Le serveur est injoignable'],
    )
  })

  it('brings the window back, in either shape', () => {
    const { press, click, done } = tray()

    click()
    press('Call bar')
    press('Whole desk')
    press('Quit Guichet')

    assert.deepEqual(done, ['raise', 'bar', 'raise', 'desk', 'raise', 'quit'])
  })

  it('switches whether the program starts with the computer', () => {
    const { press, starts } = tray()

    press('Start with the computer', true)
    assert.equal(starts(), true)
    press('Start with the computer', false)

    assert.equal(starts(), false)
  })

  it('looks different in each state', () => {
    const images = DESK_STATES.map((state) => trayBitmap(state).toString('base64'))

    assert.equal(new Set(images).size, DESK_STATES.length)
    assert.equal(trayBitmap('busy').length, TRAY_SIZE * TRAY_SIZE * 4)
  })
})

describe('the page of the program', () => {
  function loading() {
    const log: string[] = []
    const waits: { ms: number; run: () => void }[] = []
    const heard = new Map<string, (...given: unknown[]) => void>()
    const page: LoadedPage = {
      loadURL: (address) => Promise.resolve(void log.push(address)),
      loadFile: (file) => Promise.resolve(void log.push(file)),
      on: (event: string, listener: (...given: never[]) => void) =>
        heard.set(event, listener as (...given: unknown[]) => void),
      forcefullyCrashRenderer: () => log.push('crash'),
    }
    keepLoaded({
      page,
      server: SERVER,
      unreachablePage: 'unreachable.html',
      after: (ms, run) => waits.push({ ms, run }),
      onUnreachable: () => log.push('told'),
    })
    return {
      log,
      waits,
      happens: (event: string, ...given: unknown[]) => heard.get(event)?.({}, ...given),
    }
  }
  const DESK = `${SERVER}/desk/`

  it('is the server’s desk', () => {
    assert.deepEqual(loading().log, [DESK])
  })

  it('says that the server cannot be reached, and asks it again with growing pauses', () => {
    const { log, waits, happens } = loading()

    for (let failure = 0; failure < 6; failure += 1) {
      happens('did-fail-load', -106, 'ERR_INTERNET_DISCONNECTED', DESK, true)
      waits.at(-1)?.run()
    }

    assert.deepEqual(log.slice(0, 4), [DESK, 'told', 'unreachable.html', DESK])
    assert.deepEqual(
      waits.map(({ ms }) => ms),
      [1_000, 2_000, 5_000, 10_000, 30_000, 30_000],
    )
  })

  it('asks again soon after it has been reached once', () => {
    const { waits, happens } = loading()
    happens('did-fail-load', -106, '', DESK, true)
    waits.at(-1)?.run()
    happens('did-navigate', DESK, 200)

    happens('did-fail-load', -106, '', DESK, true)

    assert.equal(waits.at(-1)?.ms, 1_000)
  })

  it('takes the error page of a gateway for a server that cannot be reached', () => {
    const { log, happens } = loading()

    happens('did-navigate', DESK, 502)

    assert.ok(log.includes('unreachable.html'))
  })

  it('minds neither a part of the page that failed, nor a load that was given up', () => {
    const { log, waits, happens } = loading()

    happens('did-fail-load', -106, '', `${SERVER}/x.png`, false)
    happens('did-fail-load', -3, 'ERR_ABORTED', DESK, true)

    assert.deepEqual([log, waits], [[DESK], []])
  })

  it('loads again a page that died, and ends one that hangs', () => {
    const { log, waits, happens } = loading()

    happens('unresponsive')
    happens('render-process-gone')
    waits.at(-1)?.run()

    assert.deepEqual(log, [DESK, 'crash', DESK])
  })
})
