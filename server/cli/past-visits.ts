// A year of an office's visits, for benches: made by the rules themselves (`decide`), on a clock of
// their own that ends yesterday, and written through the tables that live ones use.
import type { Clock } from '../clock.ts'
import type { Database } from '../db/connect.ts'
import { loadOffice } from '../db/office-loader.ts'
import { prepareBatch, writeBatch } from '../db/office-writer.ts'
import type { Command } from '../domain/commands.ts'
import { decide } from '../domain/decide.ts'
import type { Fact } from '../domain/facts.ts'
import { follow } from '../domain/follow.ts'
import type { OfficeState } from '../domain/state.ts'

const DAY = 24 * 3_600_000
const PER_DAY = 300
const PER_WRITE = 500
const OFFICE = 'victoria'

/** Adds `count` served visits to the first sample office, over as many past days as they need. */
export async function addPastVisits(db: Database, clock: Clock, count: number): Promise<void> {
  const loaded = await loadOffice(db.knex, OFFICE)
  if (!loaded?.state.settings) throw new Error(`there is no office ${OFFICE}`)
  const services = loaded.state.settings.services.map((each) => each.code)
  const days = Math.ceil(count / PER_DAY)
  const start = clock.now() - (days + 1) * DAY
  // The past comes before what the office has lived through: its clock is set back for it.
  let state: OfficeState = { ...loaded.state, recordedAt: start }
  let { hash } = loaded
  for (let made = 0; made < count; made += PER_WRITE) {
    const before = state
    const facts: Fact[] = []
    for (let n = made; n < Math.min(count, made + PER_WRITE); n += 1) {
      const arrived = start + Math.floor(n / PER_DAY) * DAY + (n % PER_DAY) * 96_000
      const service = services[n % services.length] ?? ''
      for (const { command, after } of lifeOf(`past-${String(n).padStart(7, '0')}`, service)) {
        const by = { actor: { kind: 'system', id: 'past' }, now: arrived + after } as const
        const decision = decide(state, command, { ...by, mayOverrule: true })
        if (!decision.ok) throw new Error(`past visit ${n}: ${decision.refusal.code}`)
        state = decision.state
        facts.push(...decision.facts)
      }
    }
    const batch = prepareBatch([{ office: OFFICE, facts, hash, people: new Map() }], [])
    const step = { before, after: state, hash: batch.hashes.get(OFFICE) ?? hash }
    await writeBatch(db, batch, [{ ...step, visits: follow(before, facts).visits }])
    hash = batch.hashes.get(OFFICE) ?? hash
  }
}

/** What happens to a past visit, ms after its arrival. One agent, at counter 1, serves them all. */
function lifeOf(visit: string, service: string): { command: Command; after: number }[] {
  const asked = { service, channel: 'in-person', quantity: 1 } as const
  const who = { language: 'en', priority: 'normal', via: 'kiosk' } as const
  return [
    { after: 0, command: { do: 'arrive', visit, requests: [asked], ...who } },
    { after: 20_000, command: { do: 'call', visit, counter: '1' } },
    { after: 35_000, command: { do: 'begin', visit } },
    { after: 90_000, command: { do: 'finish', visit } },
    { after: 90_000, command: { do: 'sign-off' } },
  ]
}
