// A device's page: its office, its token, and why it may be refused.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  deviceToken,
  forgetDevice,
  keepDevice,
  keepDeviceToken,
  officeFromPath,
  officeOfDevice,
  refusalReason,
} from '#protocol'

/** A browser's window that was opened with `address`, and what it keeps. */
function openAt(address: string, kept: Record<string, string> = {}) {
  const { pathname, search, hash } = new URL(address, 'https://guichet.example')
  const stored = new Map(Object.entries(kept))
  const shown: string[] = []
  return {
    shown,
    location: { pathname, search, hash },
    history: {
      replaceState: (_state: null, _unused: string, next: string) => void shown.push(next),
    },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    },
  }
}

describe('the page of a device', () => {
  it('knows its office by its address, with or without a slash at the end', () => {
    assert.equal(officeFromPath('/kiosk/dawson-creek'), 'dawson-creek')
    assert.equal(officeFromPath('/board/victoria/'), 'victoria')
    assert.equal(officeFromPath('/kiosk/'), '')
  })

  it('keeps the token of its link, and shows it no longer', () => {
    const page = openAt('/kiosk/victoria?lowered#device=a1.b2_c3')

    keepDeviceToken(page)

    assert.equal(deviceToken(page), 'a1.b2_c3')
    assert.deepEqual(page.shown, ['/kiosk/victoria?lowered'])
  })

  it('takes a new token for the old one, and keeps the old when there is none', () => {
    const kept = { 'guichet.device': 'old' }
    const renewed = openAt('/board/victoria#device=new', kept)
    const opened = openAt('/board/victoria#other=x', kept)

    keepDeviceToken(renewed)
    keepDeviceToken(opened)

    assert.equal(deviceToken(renewed), 'new')
    assert.equal(deviceToken(opened), 'old')
    assert.deepEqual(opened.shown, [])
    assert.equal(deviceToken(openAt('/board/victoria')), null)
  })

  it('A21 keeps what it was given when it came in, until it must come in again', () => {
    const page = openAt('/kiosk/')
    assert.equal(officeOfDevice(page), '')

    keepDevice(page, { token: 't', office: 'victoria' })
    assert.deepEqual([deviceToken(page), officeOfDevice(page)], ['t', 'victoria'])
    const named = { ...page, location: { ...page.location, pathname: '/kiosk/cranbrook' } }
    assert.equal(officeOfDevice(named), 'cranbrook', 'an address that names an office wins')

    forgetDevice(page)
    assert.deepEqual([deviceToken(page), officeOfDevice(page)], [null, ''])
  })

  it('tells staff why it is refused', () => {
    assert.equal(refusalReason('sign-in-needed'), 'token')
    assert.equal(refusalReason('not-your-office'), 'office')
    assert.equal(refusalReason('office-unknown'), 'office')
    assert.equal(refusalReason('contract-too-old'), 'old')
    assert.equal(refusalReason('unexpected'), 'other')
  })
})
