import type { Knex } from 'knex'

/** Personal data of a visit: apart from everything else, so that it can be forgotten. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('visit_people', (table) => {
    table.text('visit_id').primary().references('visits.id')
    table.text('name')
    table.text('note')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('visit_people')
}
