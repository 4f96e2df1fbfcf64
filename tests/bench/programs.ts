// The programs that are measured, each started as its own process with a database of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { freePort } from '../../server/cli/simulate/free-port.ts'
import { PROCESS_SETTINGS } from '../../server/process-settings.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The built server; another build can be measured too. */
const BUILT = join(ROOT, process.env.BENCH_BUILT ?? 'dist', 'server')

/** How our server's process is begun. */
const { flags: FLAGS, env: ENVIRONMENT } = PROCESS_SETTINGS

export interface Program {
  url: string
  /** From its process being started to its first answer, ms. */
  startedIn: number
  /** Processor time it has taken so far, ms; NaN where the system does not say. */
  cpu(): number
  /** Memory it holds now, bytes; NaN where the system does not say. */
  memory(): number
  stop(): Promise<void>
}

export interface FloorOptions {
  /** A database file that does not exist yet; null: keep nothing, the ceiling. */
  file: string | null
  commitDelay: number
  /** Begun as ours is, rather than as anybody begins a program. */
  asOurs: boolean
}

export async function startFloor({ file, commitDelay, asOurs }: FloorOptions): Promise<Program> {
  const options =
    file === null ? ['--no-database'] : ['--file', file, '--commit-delay', String(commitDelay)]
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [
      ...(asOurs ? FLAGS : []),
      ...['--import', 'tsx', join(import.meta.dirname, 'floor.ts'), ...options],
    ],
    {
      cwd: ROOT,
      env: { ...process.env, ...(asOurs ? ENVIRONMENT : {}) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, url] = line.split(' ')
    if (word === 'ready' && url !== undefined) return program(child, url, started)
  }
  throw new Error('the floor did not start')
}

export interface OursOptions {
  file: string
  commitDelay: number
  limits: boolean
  /** What its clock shows when it starts; the machine's own, if not given. */
  clock?: string
}

/** The built server, in demo mode on this computer only. Ready once it answers. */
export async function startOurs(options: OursOptions): Promise<Program> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [...FLAGS, join(BUILT, 'main.js')], {
    cwd: ROOT,
    env: { ...oursEnvironment(options), PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let faults = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (faults += part))
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(`${url}/api/ready`))) {
    if (child.exitCode !== null) throw new Error(`the server did not start: ${faults}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return program(child, url, started)
}

/** Runs one of the server's own programs to its end on the same settings. Returns what it said. */
export async function runOurs(
  name: string,
  words: string[],
  options: OursOptions,
): Promise<string> {
  const child = spawn(process.execPath, [join(BUILT, 'cli', `${name}.js`), ...words], {
    cwd: ROOT,
    env: oursEnvironment(options),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const said = await text(child.stdout)
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new Error(`${name} ${words.join(' ')} ended with ${code}`)
  return said
}

function oursEnvironment({ file, commitDelay, limits, clock }: OursOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    GUICHET_MODE: 'demo',
    DATABASE_URL: `sqlite:${file}`,
    LIMITS: limits ? 'on' : 'off',
    LOG_LEVEL: 'warn',
    ...ENVIRONMENT,
    ...(clock === undefined ? {} : { CLOCK: clock }),
    ...(commitDelay > 0 ? { GUICHET_COMMIT_DELAY_MS: String(commitDelay) } : {}),
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}

function program(child: ChildProcess, url: string, started: number): Program {
  return {
    url,
    startedIn: performance.now() - started,
    cpu: () => processorTime(child.pid),
    memory: () => memoryHeld(child.pid),
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** User and system time of a process, from Linux's own account of it (in hundredths of a second). */
function processorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

/** What of a process is in memory, from the same account (in pages, of 4 KiB everywhere we run). */
function memoryHeld(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096
  } catch {
    return Number.NaN
  }
}
