import type { Knex } from 'knex'

/** Staff, their sessions, the enrolled devices, and the server's own secret. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('staff', (table) => {
    table.text('id').primary()
    table.text('username').notNullable().unique({ indexName: 'staff_username_once' })
    table.text('name').notNullable()
    table.text('role').notNullable()
    table.text('office_id').references('offices.id')
    table.text('password_hash').notNullable()
    table.boolean('has_seed_password').notNullable()
    table.bigInteger('created_at').notNullable()
    table.index(['office_id'], 'staff_of_an_office')
  })
  await knex.schema.createTable('sessions', (table) => {
    table.text('id').primary()
    table.text('staff_id').notNullable().references('staff.id')
    table.bigInteger('created_at').notNullable()
    table.bigInteger('expires_at').notNullable()
    table.index(['staff_id'], 'sessions_of_staff')
  })
  await knex.schema.createTable('devices', (table) => {
    table.text('id').primary()
    table.text('office_id').notNullable().references('offices.id')
    table.text('kind').notNullable()
    table.text('name').notNullable()
    table.bigInteger('created_at').notNullable()
    table.bigInteger('revoked_at')
    table.index(['office_id'], 'devices_of_an_office')
  })
  await knex.schema.createTable('secrets', (table) => {
    table.text('id').primary()
    table.text('value').notNullable()
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('secrets')
  await knex.schema.dropTable('devices')
  await knex.schema.dropTable('sessions')
  await knex.schema.dropTable('staff')
}
