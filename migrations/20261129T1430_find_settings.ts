import type { Knex } from 'knex'

/** All settings an office ever had, found among millions of facts: its zones and its former names. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `CREATE INDEX facts_of_settings ON facts (office_id, seq) WHERE type = 'office-configured'`,
  )
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX facts_of_settings')
}
