// Idempotency keys as they were used: per actor, kept seven days.
import type { Knex } from 'knex'

/** How long a key is remembered, ms. */
export const KEYS_KEPT = 7 * 24 * 3_600_000

export interface RememberedCommand {
  readonly office: string
  readonly bodyHash: string
  readonly visit: string | null
  readonly seq: number
}

interface KeyRow {
  actor_id: string
  key: string
  office_id: string
  body_hash: string
  visit_id: string | null
  seq: number
  created_at: number
}

/** What `actor` did under `key`, or null when nothing is remembered. */
export async function findKey(
  knex: Knex,
  actor: string,
  key: string,
): Promise<RememberedCommand | null> {
  const row = await knex<KeyRow>('command_keys').where({ actor_id: actor, key }).first()
  if (!row) return null
  return { office: row.office_id, bodyHash: row.body_hash, visit: row.visit_id, seq: row.seq }
}

/** Forgets the keys used before `now` less seven days. Returns how many. */
export async function forgetOldKeys(knex: Knex, now: number): Promise<number> {
  return knex<KeyRow>('command_keys')
    .where('created_at', '<', now - KEYS_KEPT)
    .delete()
}
