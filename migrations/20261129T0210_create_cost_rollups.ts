import type { Knex } from 'knex'

/**
 * What days of work amounted to, and months of them, for statements of cost: derived from visits, and
 * made anew at will. `until`, `over_at`: of a day on which work goes on, up to when it is told and when
 * it will be over.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('cost_days', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.text('day').notNullable()
    table.integer('version').notNullable()
    table.bigInteger('seq').notNullable()
    table.bigInteger('until')
    table.bigInteger('over_at')
    table.bigInteger('recorded_ms').notNullable()
    table.text('cells').notNullable()
    table.primary(['office_id', 'day'])
  })
  await knex.raw(
    'CREATE INDEX cost_days_going_on ON cost_days (office_id, day) WHERE until IS NOT NULL',
  )
  // `changes` counts how often a day of the month was written; without cells its days are read instead.
  await knex.schema.createTable('cost_months', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.text('month').notNullable()
    table.integer('version').notNullable()
    table.bigInteger('changes').notNullable()
    table.text('cells')
    table.primary(['office_id', 'month'])
  })
  // Of which offices all days are there.
  await knex.schema.createTable('cost_heads', (table) => {
    table.text('office_id').primary().references('offices.id')
    table.integer('version').notNullable()
  })
  await knex.schema.alterTable('paid_shifts', (table) => {
    table.index(SUMS, 'paid_shifts_sums')
  })
}

/** All that a statement asks of shifts. */
const SUMS = ['office_id', 'day', 'paid_ms', 'from_minute', 'to_minute']

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('paid_shifts', (table) => {
    table.dropIndex(SUMS, 'paid_shifts_sums')
  })
  await knex.schema.dropTable('cost_heads')
  await knex.schema.dropTable('cost_months')
  await knex.raw('DROP INDEX cost_days_going_on')
  await knex.schema.dropTable('cost_days')
}
