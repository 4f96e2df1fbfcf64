// Sessions: an unguessable token, of which only a hash is stored. Kept in memory for a few seconds,
// since every click asks; another server's sign-out is known here within that time.
import { createHash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import type { Party } from '../../domain/permissions.ts'
import { toParty, type StaffRow } from './staff-store.ts'

/** How long a session lasts, ms: a working day and a bit. */
export const SESSION_LASTS = 12 * 3_600_000
const REMEMBERED = 10_000

interface SessionRow {
  id: string
  staff_id: string
  created_at: number
  expires_at: number
}
interface Known {
  party: Party
  expiresAt: number
}

const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

export class Sessions {
  private readonly db: Database
  private readonly clock: Clock
  private readonly known = new LRUCache<string, Known>({ max: 5_000, ttl: REMEMBERED })

  constructor(db: Database, clock: Clock) {
    this.db = db
    this.clock = clock
  }

  /** Opens a session and returns its token: the only time it is seen. */
  async open(party: Party): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const now = this.clock.now()
    await this.db.knex<SessionRow>('sessions').insert({
      id: idOf(token),
      staff_id: party.id,
      created_at: now,
      expires_at: now + SESSION_LASTS,
    })
    await this.db.knex<SessionRow>('sessions').where('expires_at', '<', now).delete()
    return token
  }

  /** Whose session this is; null when there is none, or it has ended. */
  async find(token: string): Promise<Party | null> {
    const known = this.known.get(token) ?? (await this.look(token))
    return known && known.expiresAt > this.clock.now() ? known.party : null
  }

  async end(token: string): Promise<void> {
    this.known.delete(token)
    await this.db.knex<SessionRow>('sessions').where('id', idOf(token)).delete()
  }

  private async look(token: string): Promise<Known | null> {
    const row = await this.db
      .reader<SessionRow>('sessions')
      .join<StaffRow & SessionRow>('staff', 'staff.id', 'sessions.staff_id')
      .where('sessions.id', idOf(token))
      .first(
        'staff.id',
        'staff.name',
        'staff.role',
        'staff.office_id',
        'staff.region',
        'sessions.expires_at',
      )
    if (!row) return null
    const found = { party: toParty(row as StaffRow), expiresAt: Number(row.expires_at) }
    this.known.set(token, found)
    return found
  }
}
