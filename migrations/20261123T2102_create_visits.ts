import type { Knex } from 'knex'

/** Visits, their requests and their segments: what the facts amount to. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('visits', (table) => {
    table.text('id').primary()
    table.text('office_id').notNullable().references('offices.id')
    table.text('state').notNullable()
    table.text('day').notNullable()
    table.text('prefix').notNullable()
    table.integer('number').notNullable()
    table.text('language').notNullable()
    table.text('priority').notNullable()
    table.text('via').notNullable()
    table.bigInteger('arrived_at').notNullable()
    table.bigInteger('arrived_seq').notNullable()
    table.bigInteger('standing').notNullable()
    table.integer('current_request').notNullable()
    table.text('agent_id')
    table.text('counter')
    table.bigInteger('called_at')
    table.bigInteger('called_seq')
    table.integer('times_called').notNullable()
    table.text('held_for')
    table.bigInteger('back_at')
    table.boolean('times_wrong').notNullable()
    table.bigInteger('ended_at')
    table.bigInteger('last_seq').notNullable()
    table.bigInteger('last_at').notNullable()
    table.text('last_by').notNullable()
    table.unique(['office_id', 'day', 'prefix', 'number'], { indexName: 'visits_number_once' })
    table.index(['office_id', 'ended_at'], 'visits_by_end')
  })
  // The live ones are few among years of others: an index of their own keeps a start quick.
  await knex.raw(
    `CREATE INDEX visits_live ON visits (office_id)
     WHERE state IN ('expected', 'waiting', 'called', 'serving', 'held')`,
  )
  await knex.schema.createTable('requests', (table) => {
    table.text('visit_id').notNullable().references('visits.id')
    table.integer('request').notNullable()
    table.text('service').notNullable()
    table.text('channel').notNullable()
    table.integer('quantity').notNullable()
    table.boolean('done').notNullable()
    table.text('outcome')
    table.primary(['visit_id', 'request'])
  })
  await knex.schema.createTable('segments', (table) => {
    table.text('visit_id').notNullable().references('visits.id')
    table.integer('ordinal').notNullable()
    table.text('state').notNullable()
    table.bigInteger('started_at').notNullable()
    table.bigInteger('ended_at')
    table.text('agent_id')
    table.text('counter')
    table.integer('request').notNullable()
    table.primary(['visit_id', 'ordinal'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('segments')
  await knex.schema.dropTable('requests')
  await knex.schema.dropTable('visits')
}
