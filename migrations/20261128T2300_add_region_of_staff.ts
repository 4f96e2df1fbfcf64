import type { Knex } from 'knex'

/** Staff of no office may see all offices, or those of one region. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('staff', (table) => {
    table.text('region')
  })
}

export async function down(knex: Knex): Promise<void> {
  // SQLite drops a column by rebuilding the table, which its usual checks of a writing connection's
  // own trigger would not let it do.
  const isSqlite = (knex.client as { dialect?: string }).dialect === 'sqlite3'
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = ON')
  await knex.schema.alterTable('staff', (table) => {
    table.dropColumns('region')
  })
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = OFF')
}
