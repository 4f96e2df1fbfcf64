// Where phones are told of the call of a ticket, in the database. What browsers give for that is
// personal data: it goes when the visit ends, and within a day whatever happens.
import type { Knex } from 'knex'
import type { PushSubscription } from '../../protocol/push-contract.ts'

/** Longest that a subscription is kept, ms. */
const KEPT = 24 * 3_600_000
/** Phones that one ticket tells: a family's. */
export const PHONES_MOST = 4

export interface PushRow {
  visit_id: string
  endpoint: string
  p256dh: string
  auth: string
  /** SQLite answers 0 or 1. */
  is_near_told: boolean | number
  created_at: number
}

const rows = (knex: Knex): Knex.QueryBuilder<PushRow, PushRow[]> =>
  knex<PushRow>('push_subscriptions')

/** Keeps it, once however often it is given. False when the ticket tells as many phones as it can. */
export async function keepSubscription(
  knex: Knex,
  visit: string,
  { endpoint, keys }: PushSubscription,
  known: { readonly isNearTold: boolean; readonly now: number },
): Promise<boolean> {
  const others = await rows(knex).where('visit_id', visit).whereNot({ endpoint })
  if (others.length >= PHONES_MOST) return false
  await rows(knex)
    .insert({
      visit_id: visit,
      endpoint,
      ...keys,
      is_near_told: known.isNearTold,
      created_at: known.now,
    })
    .onConflict(['visit_id', 'endpoint'])
    .merge(['p256dh', 'auth'])
  return true
}

export function subscriptionsOf(knex: Knex, visit: string): Promise<PushRow[]> {
  return rows(knex).where('visit_id', visit)
}

/** The visits that tell phones, and whether those were told that their turn is near. */
export async function visitsThatTell(knex: Knex): Promise<Map<string, boolean>> {
  const all = await rows(knex).select('visit_id', 'is_near_told')
  return new Map(all.map((row) => [row.visit_id, Boolean(row.is_near_told)]))
}

export async function markNearTold(knex: Knex, visit: string): Promise<void> {
  await rows(knex).where('visit_id', visit).update({ is_near_told: true })
}

/** Without `endpoint`: all of the visit. */
export async function forgetSubscriptions(
  knex: Knex,
  visit: string,
  endpoint?: string,
): Promise<void> {
  const found = rows(knex).where('visit_id', visit)
  await (endpoint === undefined ? found : found.where({ endpoint })).delete()
}

export async function forgetOldSubscriptions(knex: Knex, now: number): Promise<void> {
  await rows(knex)
    .where('created_at', '<', now - KEPT)
    .delete()
}
