// A server that npm started ends with npm, whichever way npm ends.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, it } from 'mocha'

const ROOT = resolve(import.meta.dirname, '../../..')
const SERVER = `console.log(process.pid); setInterval(() => undefined, 1000)`
const STARTER = `
import { serve } from './scripts/serve.ts'
serve(process.execPath, ['--eval', ${JSON.stringify(SERVER)}], process.env)
`

describe('a server in the foreground', () => {
  let shell: ChildProcess
  let server = 0

  afterEach(() => {
    // Zero would be all of us.
    if (server > 0 && isAlive(server)) process.kill(server, 'SIGKILL')
  })

  async function start(): Promise<void> {
    // As npm does: a shell between that passes nothing on.
    const command = `"$0" --input-type=module-typescript --eval "$1"; exit $?`
    const child = spawn('sh', ['-c', command, process.execPath, STARTER], {
      cwd: ROOT,
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    shell = child
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    server = Number(String(line).trim())
    assert.ok(isAlive(server))
  }

  for (const signal of ['SIGTERM', 'SIGKILL'] as const)
    it(`ends when npm is ended by ${signal}`, async () => {
      await start()

      shell.kill(signal)

      while (isAlive(server)) await sleep(50)
    })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
