// A server of one's own for one day: a database in a folder of its own, filled with the office and
// its staff, and the clock set so that everybody is signed in when the day begins.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SECOND } from './day.ts'
import { seed, startServer, type OwnServer } from './own-server.ts'
import type { Instant } from './scheduler.ts'

/** Real time it may take to fill the database and start; and to sign one person in, ms. */
const START = 8 * SECOND
export const SIGN_IN = 1.2 * SECOND

export interface Rehearsal {
  /** When the day begins. */
  begins: Instant
  speed: number
  offices: number
  agents: number
  password: string
}

export interface Rehearsed extends OwnServer {
  databaseUrl: string
}

/** Starts a server whose clock will show `begins` when everyone is in. */
export async function rehearse(rehearsal: Rehearsal): Promise<Rehearsed> {
  const { begins, speed, offices, agents, password } = rehearsal
  const folder = mkdtempSync(join(tmpdir(), 'guichet-day-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const databaseUrl = `sqlite:${join(folder, 'day.db')}`
  const lead = (START + SIGN_IN * (agents + 2)) * speed
  const settings = {
    databaseUrl,
    clock: { start: begins - lead, speed },
    port: 0,
    password,
    isTalkative: false,
  }
  await seed(settings, ['--offices', String(offices), '--agents', String(agents)])
  return { ...(await startServer(settings)), databaseUrl }
}
