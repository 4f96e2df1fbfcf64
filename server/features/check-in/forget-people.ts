// What people left with their ticket is forgotten when the office said it would be: with everything
// else that is known of the person. The visit and its times stay.
import type { Knex } from 'knex'
import type { OfficeSettings } from '../../domain/settings.ts'

const DAY = 86_400_000

/**
 * Forgets the people of visits that ended more than the office's days ago; where the office asks
 * people for nothing, nobody was promised a time. `now` in UTC ms. Returns how many it forgot.
 */
export async function forgetPeople(
  knex: Knex,
  office: string,
  { asks }: Pick<OfficeSettings, 'asks'>,
  now: number,
): Promise<number> {
  if (!asks) return 0
  const over = knex('visits')
    .where('office_id', office)
    .where('ended_at', '<=', now - asks.keptDays * DAY)
    .select('id')
  return knex('visit_people').whereIn('visit_id', over).delete()
}
