import type { Knex } from 'knex'

/**
 * What an office sets up in its waiting room, as its journal tells it; when an agent on a break means
 * to be back; and whether a person agreed to be called by name.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('offices', (table) => {
    table.text('room')
  })
  await knex.schema.alterTable('agents', (table) => {
    table.bigInteger('back_at')
  })
  await knex.schema.alterTable('visit_people', (table) => {
    table.boolean('may_be_called_by_name')
  })
}

export async function down(knex: Knex): Promise<void> {
  // SQLite drops a column by rebuilding the table, which its usual checks of a writing connection's
  // own trigger would not let it do.
  const isSqlite = (knex.client as { dialect?: string }).dialect === 'sqlite3'
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = ON')
  await knex.schema.alterTable('visit_people', (table) => {
    table.dropColumns('may_be_called_by_name')
  })
  await knex.schema.alterTable('agents', (table) => {
    table.dropColumns('back_at')
  })
  await knex.schema.alterTable('offices', (table) => {
    table.dropColumns('room')
  })
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = OFF')
}
