// npm run simulate-day -- --office CODE [--speed N] [--seed N] [--agents N]
//                         [--url URL [--database URL] [--kiosk-token TOKEN]]
//                         [--log FILE.csv --date YYYY-MM-DD [--presence inferred|first-to-last]]
// Plays an office day on the real thing, through its public API: citizens, agents, screens. Without
// --url it starts a server of its own, with its clock set to the day and running at --speed. With
// it, it follows the clock of the server that runs there.
import { commandLine } from './command-line.ts'
import { PRESENCE_RULES } from './simulate/log-presence.ts'
import { playLoggedDay } from './simulate/play-logged-day.ts'
import { joinDay, playOwnDay, printAccount, watch } from './simulate/play-synthetic-day.ts'

const USAGE =
  'npm run simulate-day -- --office CODE [--speed N] [--seed N] [--agents N] ' +
  '[--url URL [--database URL] [--kiosk-token TOKEN]] [--log FILE.csv --date YYYY-MM-DD]'

const { values } = commandLine(USAGE, {
  options: {
    office: { type: 'string', default: 'victoria' },
    speed: { type: 'string' },
    seed: { type: 'string', default: '1' },
    agents: { type: 'string', default: '4' },
    password: { type: 'string', default: process.env.GUICHET_SEED_PASSWORD ?? 'guichet' },
    url: { type: 'string' },
    database: { type: 'string' },
    'kiosk-token': { type: 'string' },
    log: { type: 'string' },
    date: { type: 'string' },
    presence: { type: 'string', default: 'inferred' },
    zone: { type: 'string' },
  },
})

function number(name: 'speed' | 'seed' | 'agents', otherwise: number): number {
  const given = Number(values[name] ?? otherwise)
  if (Number.isFinite(given) && given > 0) return given
  throw new Error(`--${name} takes a number above 0, not ${values[name]}`)
}

const { office, password, url, log } = values
const seed = number('seed', 1)
const agents = number('agents', 4)

async function play(): Promise<boolean> {
  if (log !== undefined) {
    const presence = PRESENCE_RULES.find((rule) => rule === values.presence)
    if (!presence) throw new Error(`--presence is one of ${PRESENCE_RULES.join(', ')}`)
    return playLoggedDay({
      file: log,
      date: values.date ?? '1999-02-03',
      // The call centre was in Haifa.
      zone: values.zone ?? 'Asia/Jerusalem',
      speed: number('speed', 120),
      ...{ presence, office, password },
    })
  }
  if (url === undefined) {
    const date = values.date ?? '2026-06-01'
    const zone = values.zone ?? 'America/Vancouver'
    return playOwnDay({ office, password, agents, seed, speed: number('speed', 60), date, zone })
  }
  const kioskToken = values['kiosk-token']
  const joined = await joinDay({
    ...{ url, office, password, agents, seed, leavesADesk: false },
    ...(values.speed === undefined ? {} : { speed: number('speed', 1) }),
    ...(kioskToken === undefined ? {} : { kioskToken }),
  })
  if (joined.day.isMoved) console.log('The office is closed at this hour: its day begins now.')
  stop = () => {
    joined.stop()
  }
  const databaseUrl = values.database
  const from = joined.clock.now()
  const account = await watch(joined)
  return printAccount(account, databaseUrl === undefined ? null : { databaseUrl, office, from })
}

let stop = (): void => process.exit(1)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop()
  })
}
process.exitCode = (await play()) ? 0 : 1
