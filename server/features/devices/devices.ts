// Enrolled kiosks and displays. A device's token is its id, signed with the server's secret: the
// same token can be shown again, forging one needs the secret, and revoking is one row.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import type { DeviceKind, Party } from '../../domain/permissions.ts'

interface DeviceRow {
  id: string
  office_id: string
  kind: DeviceKind
  name: string
  created_at: number
  revoked_at: number | null
}

export interface Device {
  readonly id: string
  readonly office: string
  readonly kind: DeviceKind
  readonly name: string
}

/** How long a device that was looked up is believed, ms: a revocation is felt by then. */
const REMEMBERED = 10_000

export class Devices {
  private readonly db: Database
  private readonly clock: Clock
  private readonly secret: string
  private readonly known = new LRUCache<string, Party>({ max: 5_000, ttl: REMEMBERED })

  constructor(db: Database, clock: Clock, secret: string) {
    this.db = db
    this.clock = clock
    this.secret = secret
  }

  async enrol(device: Device): Promise<void> {
    await this.db.knex<DeviceRow>('devices').insert({
      id: device.id,
      office_id: device.office,
      kind: device.kind,
      name: device.name,
      created_at: this.clock.now(),
      revoked_at: null,
    })
  }

  async list(office: string): Promise<Device[]> {
    const rows = await this.db
      .reader<DeviceRow>('devices')
      .where('office_id', office)
      .whereNull('revoked_at')
      .orderBy(['kind', 'created_at'])
    return rows.map(({ id, office_id, kind, name }) => ({ id, office: office_id, kind, name }))
  }

  /** Null when it was revoked or never was. */
  async get(id: string): Promise<Device | null> {
    const row = await this.db.knex<DeviceRow>('devices').where({ id }).first()
    if (!row || row.revoked_at !== null) return null
    return { id, office: row.office_id, kind: row.kind, name: row.name }
  }

  /** Takes its token's power away. False when the office has no such device. */
  async revoke(office: string, id: string): Promise<boolean> {
    const changed = await this.db
      .knex<DeviceRow>('devices')
      .where({ id, office_id: office })
      .whereNull('revoked_at')
      .update({ revoked_at: this.clock.now() })
    this.known.clear()
    return changed > 0
  }

  tokenOf(id: string): string {
    return `device.${id}.${this.sign(id)}`
  }

  /** Which device this token belongs to; null when it was forged or revoked. */
  async find(token: string): Promise<Party | null> {
    const known = this.known.get(token)
    if (known) return known
    const [kind, id, signature] = token.split('.')
    if (kind !== 'device' || id === undefined || signature === undefined) return null
    const expected = Buffer.from(this.sign(id))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    return this.look(id, token)
  }

  private async look(id: string, token: string): Promise<Party | null> {
    const row = await this.db.reader<DeviceRow>('devices').where({ id }).first()
    if (!row || row.revoked_at !== null) return null
    const { office_id: office, kind: device, name } = row
    const party: Party = { kind: 'device', id, name, device, office }
    this.known.set(token, party)
    return party
  }

  private sign(id: string): string {
    return createHmac('sha256', this.secret).update(id).digest('base64url')
  }
}

/** The secret that signs device tokens: the configured one, or one kept in the database. */
export async function secretOf(db: Database, configured: string | null): Promise<string> {
  if (configured !== null) return configured
  const fresh = { id: 'devices', value: randomBytes(32).toString('base64url') }
  await db.knex<{ id: string; value: string }>('secrets').insert(fresh).onConflict('id').ignore()
  const row = await db.knex<{ id: string; value: string }>('secrets').where('id', fresh.id).first()
  if (!row) throw new Error('the secret was not kept')
  return row.value
}
