// `npm run demo`: a living place at any hour. A server of its own under data/demo, its clock set to
// half past nine today in the office's zone, and a simulated day running on it until it is told to
// stop. The first desk and the first counter are left to whoever watches.
import { mkdirSync, rmSync } from 'node:fs'
import { commandLine } from '../server/cli/command-line.ts'
import { joinDay } from '../server/cli/simulate/play-synthetic-day.ts'
import { startServer, type OwnServer } from '../server/cli/simulate/own-server.ts'
import { instantOf, officeDay } from '../server/domain/office-time.ts'
import { build, isBuilt } from './build.ts'

const USAGE = 'npm run demo -- [--office victoria] [--speed 10] [--seed 1] [--port 8080]'

const { values } = commandLine(USAGE, {
  options: {
    office: { type: 'string', default: 'victoria' },
    speed: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: process.env.PORT ?? '8080' },
  },
})

const FOLDER = 'data/demo'
const ZONE = 'America/Vancouver'
const OPENS = 9 * 60 + 30
const AGENTS = 4
const PASSWORD = process.env.GUICHET_SEED_PASSWORD ?? 'guichet'
/** How often to look whether npm is still there: its SIGTERM is not passed on, ms. */
const LOOK_EVERY = 500

const run: { stop: () => void; server: OwnServer | null } = { stop: () => undefined, server: null }
const ending = new AbortController()
async function end(): Promise<void> {
  if (ending.signal.aborted) return
  ending.abort()
  run.stop()
  await run.server?.stop()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
const parent = process.ppid
setInterval(() => {
  if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) void end()
}, LOOK_EVERY)

if (!isBuilt()) {
  console.log('Building…')
  if (!(await build())) process.exit(1)
}
// Each demo begins its own day: yesterday's facts would lie after half past nine.
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })

const speed = Number(values.speed)
run.server = await startServer({
  databaseUrl: `sqlite:${FOLDER}/guichet.db`,
  clock: { start: instantOf(officeDay(Date.now(), ZONE), OPENS, ZONE), speed },
  port: Number(values.port),
  password: PASSWORD,
  isTalkative: true,
})

const { office } = values
const joined = await joinDay({
  ...{ url: run.server.url, office, password: PASSWORD, agents: AGENTS, seed: Number(values.seed) },
  leavesADesk: true,
})
run.stop = () => {
  joined.stop()
}
console.log(
  `\nA day at ${office}, ${speed} times as fast as it passes: ${joined.citizens} people are to come.` +
    `\nSign in as agent.${office} and take counter 1: it is yours. Ctrl+C ends the demo.`,
)
await joined.account
if (!ending.signal.aborted)
  console.log('\nThe day is over and everyone has gone home. Ctrl+C ends the demo.')
