// What one colleague writes to another: in a table of its own, not in the journal, so that it can be
// forgotten. The drivers are asked directly: a query builder puts the text into its errors, and
// errors are logged.
import type { Knex } from 'knex'
import type { Database } from '../../db/connect.ts'
import { runAlone } from '../../db/transaction.ts'

const HOUR = 3_600_000

/** How long a message that nobody reads is kept, ms: gone within a day, looked for each hour. */
export const MESSAGES_KEPT = 23 * HOUR

export interface MessageRow {
  id: string
  office_id: string
  to_staff: string
  from_staff: string
  text: string
  /** UTC ms. */
  sent_at: number
}

/** Keeps a message. Returns false when one of this id is there already: it is left as it is. */
export async function keepMessage(db: Database, row: MessageRow): Promise<boolean> {
  const sql = `INSERT INTO staff_messages (id, office_id, to_staff, from_staff, text, sent_at)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING id`
  const { id, office_id, to_staff, from_staff, text, sent_at } = row
  const kept = await runAlone(db, sql, [id, office_id, to_staff, from_staff, text, sent_at])
  return kept.length > 0
}

export async function findMessage(knex: Knex, id: string): Promise<MessageRow | undefined> {
  return knex<MessageRow>('staff_messages').where('id', id).first()
}

/** What `staff` has not read in this office and is not too old at `now` (UTC ms), oldest first. */
export async function unread(
  knex: Knex,
  office: string,
  staff: string,
  now: number,
): Promise<MessageRow[]> {
  return knex<MessageRow>('staff_messages')
    .where({ office_id: office, to_staff: staff })
    .where('sent_at', '>=', now - MESSAGES_KEPT)
    .orderBy(['sent_at', 'id'])
}

/** Read is forgotten. Only whoever it was written to reads it; one that is gone is no matter. */
export async function forgetRead(
  knex: Knex,
  office: string,
  staff: string,
  id: string,
): Promise<void> {
  await knex<MessageRow>('staff_messages')
    .where({ id, office_id: office, to_staff: staff })
    .delete()
}

/** Forgets what nobody has read in all this time. Returns how many. */
export async function forgetOldMessages(knex: Knex, now: number): Promise<number> {
  return knex<MessageRow>('staff_messages')
    .where('sent_at', '<', now - MESSAGES_KEPT)
    .delete()
}
