import type { Knex } from 'knex'

/** Offices; the head of each one's stream; the agents signed in to it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('offices', (table) => {
    table.text('id').primary()
    table.text('settings').notNullable()
    table.bigInteger('created_at').notNullable()
  })
  await knex.schema.createTable('office_heads', (table) => {
    table.text('office_id').primary().references('offices.id')
    table.bigInteger('seq').notNullable()
    table.bigInteger('recorded_at').notNullable()
    table.text('hash').notNullable()
    table.text('series').notNullable()
  })
  await knex.schema.createTable('agents', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.text('agent_id').notNullable()
    table.text('counter').notNullable()
    table.text('services')
    table.text('availability').notNullable()
    table.bigInteger('since').notNullable()
    table.primary(['office_id', 'agent_id'])
    table.unique(['office_id', 'counter'], { indexName: 'agents_one_at_a_counter' })
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('agents')
  await knex.schema.dropTable('office_heads')
  await knex.schema.dropTable('offices')
}
