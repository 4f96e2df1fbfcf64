// npm run simulate-day -- --office CODE [--speed N] [--seed N] [--agents N] [--url URL]
//                         [--log FILE.csv --date YYYY-MM-DD [--presence RULE]]
// Plays an office day on the real thing, through its public API: citizens, agents, screens. Without
// --url it starts a server of its own on a database of its own, with the clock set to the day.
import { parseArgs } from 'node:util'
import { playLoggedDay } from './simulate/play-logged-day.ts'
import { joinDay, playOwnDay } from './simulate/play-synthetic-day.ts'
import { PRESENCE_RULES } from './simulate/log-presence.ts'

const { values } = parseArgs({
  options: {
    office: { type: 'string', default: 'victoria' },
    speed: { type: 'string' },
    seed: { type: 'string', default: '1' },
    agents: { type: 'string', default: '4' },
    day: { type: 'string', default: '2026-06-01' },
    password: { type: 'string', default: process.env.GUICHET_SEED_PASSWORD ?? 'guichet' },
    url: { type: 'string' },
    database: { type: 'string' },
    'kiosk-token': { type: 'string' },
    log: { type: 'string' },
    date: { type: 'string' },
    presence: { type: 'string', default: 'inferred' },
    zone: { type: 'string', default: 'Asia/Jerusalem' },
    keep: { type: 'string' },
  },
})
