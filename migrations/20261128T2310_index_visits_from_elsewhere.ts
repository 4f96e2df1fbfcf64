import type { Knex } from 'knex'

/** An office to which nobody has come yet finds who was sent to it without reading its history. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`CREATE INDEX visits_from_elsewhere ON visits (office_id) WHERE via = 'office'`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX visits_from_elsewhere')
}
