import type { Knex } from 'knex'

/** Which series of numbers each kiosk gives while it is cut off: one for each storage it has had. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('kiosk_series', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.integer('number').notNullable()
    table.text('device_id').notNullable().references('devices.id')
    table.text('store').notNullable()
    table.bigInteger('created_at').notNullable()
    table.primary(['office_id', 'number'])
    table.unique(['office_id', 'store'], { indexName: 'kiosk_series_once' })
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('kiosk_series')
}
