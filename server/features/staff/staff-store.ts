// Staff accounts in their table.
import type { Knex } from 'knex'
import type { Party, Role } from '../../domain/permissions.ts'

export interface StaffRow {
  id: string
  username: string
  name: string
  role: Role
  office_id: string | null
  /** Code of the one region whose offices they see, when they belong to no office. */
  region: string | null
  password_hash: string
  has_seed_password: boolean | number
  created_at: number
}

export async function findByUsername(knex: Knex, username: string): Promise<StaffRow | undefined> {
  return knex<StaffRow>('staff').where('username', username.toLowerCase()).first()
}

export async function findById(knex: Knex, id: string): Promise<StaffRow | undefined> {
  return knex<StaffRow>('staff').where('id', id).first()
}

/** The user name of one of those who look after a region; nobody, where there are none. */
export async function regionalDirector(knex: Knex): Promise<string[]> {
  const directors = knex<StaffRow>('staff').where('role', 'director').whereNotNull('region')
  const first = await directors.orderBy('username').first('username')
  return first ? [first.username] : []
}

/** The agents of an office, in the order of their names. */
export async function agentsIn(
  knex: Knex,
  office: string,
): Promise<Pick<StaffRow, 'id' | 'name'>[]> {
  const rows = knex<StaffRow>('staff').where({ office_id: office, role: 'agent' })
  return rows.orderBy(['name', 'id']).select('id', 'name')
}

export async function insertStaff(knex: Knex, rows: readonly StaffRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 100) {
    await knex<StaffRow>('staff').insert(rows.slice(at, at + 100))
  }
}

/** A member of staff as somebody who acts. */
export function toParty(
  row: Pick<StaffRow, 'id' | 'name' | 'role' | 'office_id' | 'region'>,
): Party {
  const { id, name, role, office_id: office, region } = row
  return { kind: 'staff', id, name, role, office, region }
}

/** The names of staff, for rows that show who is at a counter. Names are no secret among staff. */
export class StaffNames {
  private readonly names = new Map<string, string>()

  async load(knex: Knex): Promise<void> {
    const rows = await knex<StaffRow>('staff').select('id', 'name')
    for (const { id, name } of rows) this.names.set(id, name)
  }

  /** Remembers somebody who has just signed in: they may be newer than the last load. */
  add(party: Party): void {
    this.names.set(party.id, party.name)
  }

  of(id: string): string | null {
    return this.names.get(id) ?? null
  }
}
