import type { Knex } from 'knex'

/** That somebody looked into a doubted visit, and why it is as it is. Added to, never changed. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('quality_checks', (table) => {
    table.text('id').primary()
    table.text('office_id').notNullable().references('offices.id')
    table.text('visit_id').notNullable()
    table.text('finding').notNullable()
    table.text('reason').notNullable()
    table.bigInteger('checked_at').notNullable()
    table.text('checked_by').notNullable()
    table.index(['visit_id'], 'quality_checks_of_a_visit')
    table.index(['office_id', 'checked_at'], 'quality_checks_of_an_office')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('quality_checks')
}
