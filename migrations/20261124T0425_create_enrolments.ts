import type { Knex } from 'knex'

/** Codes that new devices show until somebody approves them. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('enrolments', (table) => {
    table.text('code').primary()
    table.text('secret_hash').notNullable().unique({ indexName: 'enrolments_secret_once' })
    table.text('kind').notNullable()
    table.bigInteger('created_at').notNullable()
    table.bigInteger('expires_at').notNullable()
    table.text('device_id').references('devices.id')
    table.index(['expires_at'], 'enrolments_by_end')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('enrolments')
}
