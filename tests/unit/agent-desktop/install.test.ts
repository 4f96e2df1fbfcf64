// What a browser is given to install the desk as a program of its own.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { after, before, describe, it } from 'mocha'
import { pages } from '../../../server/http/pages.ts'

interface Manifest {
  name: string
  start_url: string
  scope: string
  display: string
  icons: { src: string; sizes: string; type: string; purpose?: string }[]
}

describe('the installed desk', () => {
  let server: Server
  let origin: string
  before(async () => {
    server = createServer(express().use(await pages({ dev: false }))).listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => server.close())

  async function manifest(): Promise<Manifest> {
    const response = await fetch(`${origin}/desk/install/desk.webmanifest`)
    assert.match(response.headers.get('content-type') ?? '', /^application\/manifest\+json/)
    return (await response.json()) as Manifest
  }

  it('is the desk and nothing beside it, in a window of its own', async () => {
    const { name, start_url: start, scope, display } = await manifest()

    assert.deepEqual([name, start, scope, display], ['Guichet', '/desk/', '/desk/', 'standalone'])
  })

  it('has its icons, each of the size and the kind that is said', async () => {
    const { icons } = await manifest()

    for (const { src, sizes, type } of icons) {
      const response = await fetch(`${origin}${src}`)
      assert.equal(response.headers.get('content-type')?.split(';')[0], type, src)
      const content = Buffer.from(await response.arrayBuffer())
      if (type === 'image/png') {
        const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)]
        assert.equal(`${width}x${height}`, sizes, src)
      }
    }
    assert.ok(icons.some(({ sizes }) => sizes === '192x192'))
    assert.ok(icons.some(({ sizes, purpose }) => sizes === '512x512' && purpose === 'maskable'))
  })
})
