import type { Knex } from 'knex'

/** What another system says of the person of a visit, beside the note and forgotten like it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('visit_people', (table) => {
    table.text('card')
  })
}

export async function down(knex: Knex): Promise<void> {
  // SQLite drops a column by rebuilding the table, which its usual checks of a writing connection's
  // own trigger would not let it do.
  const isSqlite = (knex.client as { dialect?: string }).dialect === 'sqlite3'
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = ON')
  await knex.schema.alterTable('visit_people', (table) => {
    table.dropColumns('card')
  })
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = OFF')
}
