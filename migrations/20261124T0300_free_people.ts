import type { Knex } from 'knex'

// What is known of a person is written with the facts of their visit, whose row may follow later.
const COLUMNS = 'visit_id, name, note, phone, email, needs, card'

/** People no longer refer to the row of their visit. */
export async function up(knex: Knex): Promise<void> {
  if (isSqlite(knex)) await rebuild(knex, false)
  else await knex.raw('ALTER TABLE visit_people DROP CONSTRAINT visit_people_visit_id_foreign')
}

export async function down(knex: Knex): Promise<void> {
  if (isSqlite(knex)) await rebuild(knex, true)
  else {
    await knex.schema.alterTable('visit_people', (table) => {
      table.foreign('visit_id').references('visits.id')
    })
  }
}

function isSqlite(knex: Knex): boolean {
  return (knex.client as { dialect?: string }).dialect === 'sqlite3'
}

/** SQLite drops and adds a foreign key by copying the table. */
async function rebuild(knex: Knex, refers: boolean): Promise<void> {
  // Its usual checks of a writing connection's own trigger would not let a table be renamed.
  await knex.raw('PRAGMA legacy_alter_table = ON')
  await knex.schema.createTable('visit_people_copy', (table) => {
    const visit = table.text('visit_id').primary()
    if (refers) void visit.references('visits.id')
    for (const name of ['name', 'note', 'phone', 'email', 'needs', 'card']) table.text(name)
  })
  await knex.raw(`INSERT INTO visit_people_copy (${COLUMNS}) SELECT ${COLUMNS} FROM visit_people`)
  await knex.schema.dropTable('visit_people')
  await knex.schema.renameTable('visit_people_copy', 'visit_people')
  await knex.raw('PRAGMA legacy_alter_table = OFF')
}
