// The real program as its own process, for what only a process can suffer: kill -9, a bad setting,
// a database that is locked or cannot be written.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { eventually } from './eventually.ts'

export const SECRET = 'a secret of thirty-two characters or more'
const ROOT = join(import.meta.dirname, '..', '..')

export interface ServerProcess {
  /** Where it listens, once it does; empty before. */
  readonly origin: string
  readonly child: ChildProcess
  /** Everything it has written so far. */
  readonly output: { out: string; err: string }
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Asks it to stop. Returns its exit code. */
  stop(): Promise<number | null>
}

export interface SpawnedAs {
  readonly uid?: number
}

/** Starts it and does not wait. */
export function spawnServer(
  env: Readonly<Record<string, string>>,
  as: SpawnedAs = {},
): ServerProcess {
  const child = spawn(process.execPath, ['--import=tsx', 'server/main.ts'], {
    cwd: ROOT,
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', LIMITS: 'off', GUICHET_SECRET: SECRET },
      // Nothing can be written there: what a demo seeds leaves no pictures in this repository.
      MEDIA_FOLDER: '/dev/null/media',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  })
  // A test that fails half-way leaves it running: it must not outlive us.
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  const output = { out: '', err: '' }
  child.stdout.on('data', (bytes: Buffer) => (output.out += String(bytes)))
  child.stderr.on('data', (bytes: Buffer) => (output.err += String(bytes)))
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal)
      await once(child, 'exit')
    }
    return child.exitCode
  }
  return {
    child,
    output,
    get origin() {
      const port = /Guichet is open at http:\/\/localhost:(\d+)/.exec(output.out)?.[1]
      return port === undefined ? '' : `http://127.0.0.1:${port}`
    },
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
}

/** Starts it and waits until it is open. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const server = spawnServer(env)
  await eventually(
    () => {
      if (server.child.exitCode !== null) throw new Error(server.output.err)
      return server.origin !== ''
    },
    'the server is open',
    20_000,
  )
  return server
}

/** Starts it and waits until it has given up. */
export async function failedStart(
  env: Readonly<Record<string, string>>,
  as?: SpawnedAs,
): Promise<{ code: number | null; lines: string[]; out: string }> {
  const server = spawnServer(env, as)
  await once(server.child, 'close')
  const lines = server.output.err.split('\n').filter((line) => line !== '')
  return { code: server.child.exitCode, lines, out: server.output.out }
}
