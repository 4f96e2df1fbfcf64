// A server of the simulator's own: the real program as its own process, on a free port, with its
// clock set to the day and running at the day's speed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { PROCESS_SETTINGS } from '../../process-settings.ts'

export interface OwnServer {
  url: string
  stop(): Promise<void>
}

export interface Settings {
  databaseUrl: string
  /** What its clock shows when it starts, and how fast it runs. */
  clock: { start: number; speed: number }
  /** 0: any free one. */
  port: number
  password: string
  /** Whether what it prints (its links) is shown. */
  isTalkative: boolean
}

/** This program's own kind: TypeScript when run from its sources, JavaScript when built. */
const EXTENSION = import.meta.filename.endsWith('.ts') ? '.ts' : '.js'
const SERVER = join(import.meta.dirname, '../..')

export async function startServer(settings: Settings): Promise<OwnServer> {
  const port = settings.port || (await freePort())
  const flags = [...process.execArgv, ...PROCESS_SETTINGS.flags]
  const child = spawn(process.execPath, [...flags, join(SERVER, `main${EXTENSION}`)], {
    env: environment(settings, { PORT: String(port) }),
    stdio: ['ignore', settings.isTalkative ? 'inherit' : 'ignore', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGTERM'))
  const url = `http://127.0.0.1:${port}`
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error('the server did not start')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    url,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Fills the server's database before it starts. */
export async function seed(settings: Settings, words: readonly string[]): Promise<void> {
  const program = join(SERVER, 'cli', `seed${EXTENSION}`)
  const child = spawn(process.execPath, [...process.execArgv, program, ...words], {
    env: environment(settings, {}),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the database could not be filled')
}

function environment(settings: Settings, more: Record<string, string>): NodeJS.ProcessEnv {
  const { start, speed } = settings.clock
  return {
    PATH: process.env.PATH,
    GUICHET_MODE: 'demo',
    DATABASE_URL: settings.databaseUrl,
    GUICHET_SEED_PASSWORD: settings.password,
    CLOCK: `${new Date(start).toISOString()};speed=${speed}`,
    // One kiosk does in a minute what others do in a day.
    LIMITS: 'off',
    ...PROCESS_SETTINGS.env,
    ...more,
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/ready`)).ok
  } catch {
    return false
  }
}
