import type { Knex } from 'knex'

/** Which agents' figures may be seen together, as their manager said. Added to, never changed. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('agent_groups', (table) => {
    table.text('id').primary()
    table.text('office_id').notNullable().references('offices.id')
    table.text('groups').notNullable()
    table.bigInteger('set_at').notNullable()
    table.text('set_by').notNullable()
    table.index(['office_id', 'set_at'], 'agent_groups_of_an_office')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('agent_groups')
}
