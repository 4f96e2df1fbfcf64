import type { Knex } from 'knex'

/** What a minute costs from a day on, and the hours that were paid. Rates are added, never changed. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('cost_rates', (table) => {
    table.text('id').primary()
    table.text('programme')
    table.text('service')
    table.text('step')
    table.text('channel')
    table.text('from_day').notNullable()
    table.integer('per_minute')
    table.text('reason').notNullable()
    table.bigInteger('recorded_at').notNullable()
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('paid_shifts', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.text('day').notNullable()
    table.integer('ordinal').notNullable()
    table.text('who').notNullable()
    table.integer('from_minute')
    table.integer('to_minute')
    table.bigInteger('paid_ms').notNullable()
    table.bigInteger('recorded_at').notNullable()
    table.text('recorded_by').notNullable()
    table.primary(['office_id', 'day', 'ordinal'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('paid_shifts')
  await knex.schema.dropTable('cost_rates')
}
