import type { Knex } from 'knex'

/** What each kiosk and display said last of itself: printer, network, version, uptime. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('device_health', (table) => {
    table.text('device_id').primary().references('devices.id')
    table.text('report').notNullable()
    table.bigInteger('heard_at').notNullable()
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('device_health')
}
