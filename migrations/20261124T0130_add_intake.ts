import type { Knex } from 'knex'

/** What a manager has stopped, and how many tickets were given today. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('office_heads', (table) => {
    table.text('intake')
  })
}

export async function down(knex: Knex): Promise<void> {
  // SQLite drops a column by rebuilding the table, which its usual checks of a writing connection's
  // own trigger would not let it do.
  const isSqlite = (knex.client as { dialect?: string }).dialect === 'sqlite3'
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = ON')
  await knex.schema.alterTable('office_heads', (table) => {
    table.dropColumns('intake')
  })
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = OFF')
}
