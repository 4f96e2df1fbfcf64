// npm run seed -- [--offices N] [--agents N] [--past-visits N]
// Adds sample offices, their staff and devices to the database of DATABASE_URL.
import { parseArgs } from 'node:util'
import { runningClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { connect } from '../db/connect.ts'
import { migrateUp } from '../db/migrate.ts'
import { addPastVisits } from './past-visits.ts'
import { SAMPLE_OFFICES } from './province/offices.ts'
import { seedProvince } from './seed-province.ts'

const { values } = parseArgs({
  options: {
    offices: { type: 'string' },
    agents: { type: 'string' },
    'past-visits': { type: 'string' },
  },
})

/** A count given on the command line. Throws on anything but a whole number from 0. */
function count(name: keyof typeof values, otherwise: number): number {
  const given = values[name]
  if (given === undefined) return otherwise
  if (!/^\d{1,7}$/.test(given)) throw new Error(`--${name} takes a whole number, not ${given}`)
  return Number(given)
}

const config = readConfig()
if (config.mode === 'production') throw new Error('GUICHET_MODE: production is not seeded')
const clock = runningClock(config.clock?.start, config.clock?.speed)
const db = connect(config.databaseUrl)
await migrateUp(db)
const offices = count('offices', SAMPLE_OFFICES.length)
const agents = count('agents', 4)
const { seedPassword: password, mediaFolder } = config
await seedProvince(db, clock, { password, offices, agents, mediaFolder })
const past = count('past-visits', 0)
if (past > 0) await addPastVisits(db, clock, past)
await db.close()
console.log(`Seeded ${offices} offices with ${agents} agents each; ${past} past visits.`)
