// Adds sample offices, their staff and devices to the database of DATABASE_URL, rates, and their past.
import { runningClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { readyForBulk } from '../db/ready-for-bulk.ts'
import { connect } from '../db/connect.ts'
import { migrateUp } from '../db/migrate.ts'
import { officeCodes } from '../features/offices/office-store.ts'
import { commandLine } from './command-line.ts'
import { addPast } from './past/add-past.ts'
import { pastOf } from './past/past-plan.ts'
import { SAMPLE_OFFICES } from './province/offices.ts'
import { seedProvince } from './seed-province.ts'
import { seedRates } from './seed-rates.ts'

const USAGE =
  'npm run seed -- [--offices N] [--agents N] [--years N] [--journal-days N] [--past-visits N]'

const { values } = commandLine(USAGE, {
  options: {
    offices: { type: 'string' },
    agents: { type: 'string' },
    years: { type: 'string' },
    'journal-days': { type: 'string' },
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
const offices = count('offices', SAMPLE_OFFICES.length)
const agents = count('agents', 4)
const plan = pastOf(clock.now(), {
  years: count('years', 0),
  journalDays: count('journal-days', 90),
  visits: count('past-visits', 0),
})

const db = connect(config.databaseUrl)
await migrateUp(db)
const there = await officeCodes(db.knex)
// An office with a past has been there since before it.
const since = plan ? runningClock(plan.since) : clock
const { seedPassword: password, mediaFolder } = config
await seedProvince(db, since, { password, offices, agents, mediaFolder })
await seedRates(db, { since: since.now(), now: clock.now() })
const added = (await officeCodes(db.knex)).filter((code) => !there.includes(code))
const withPast = plan?.isOfOneOffice === true ? added.slice(0, 1) : added
let month = ''
if (plan) await readyForBulk(db)
const past = plan
  ? await addPast(db, {
      ...{ ...plan, offices: withPast },
      onDay(day, visits) {
        if (day.startsWith(month) && month !== '') return
        month = day.slice(0, 7)
        console.error(`up to ${month}: ${visits} visits`)
      },
    })
  : 0
await db.close()
if (plan && there.length > 0) {
  console.log(`No past for offices that were there: ${there.join(', ')}.`)
}
console.log(`Seeded ${offices} offices with ${agents} agents each; ${past} past visits.`)
