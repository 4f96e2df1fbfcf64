import type { Knex } from 'knex'

/** Staff of no office may see all offices, or those of one region. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('staff', (table) => {
    table.text('region')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('staff', (table) => {
    table.dropColumn('region')
  })
}
