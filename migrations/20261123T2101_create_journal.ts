import type { Knex } from 'knex'

/** The journal: append-only, and the database itself refuses to change or remove a fact. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('facts', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.bigInteger('seq').notNullable()
    table.bigInteger('recorded_at').notNullable()
    table.bigInteger('at').notNullable()
    table.text('type').notNullable()
    table.integer('version').notNullable()
    table.text('actor_kind').notNullable()
    table.text('actor_id').notNullable()
    table.text('visit_id')
    table.text('data').notNullable()
    table.text('hash').notNullable()
    table.primary(['office_id', 'seq'])
    table.index(['visit_id', 'seq'], 'facts_of_a_visit')
  })
  for (const statement of isPostgres(knex) ? POSTGRES : SQLITE) await knex.raw(statement)
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('facts')
  if (isPostgres(knex)) await knex.raw('DROP FUNCTION facts_are_kept()')
}

function isPostgres(knex: Knex): boolean {
  return (knex.client as { dialect?: string }).dialect === 'postgresql'
}

const SQLITE = [
  `CREATE TRIGGER facts_are_never_changed BEFORE UPDATE ON facts
   BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  `CREATE TRIGGER facts_are_never_removed BEFORE DELETE ON facts
   BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  // INSERT OR REPLACE removes a row without a word to the trigger above.
  `CREATE TRIGGER facts_are_never_replaced BEFORE INSERT ON facts
   WHEN EXISTS (SELECT 1 FROM facts WHERE office_id = NEW.office_id AND seq = NEW.seq)
   BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
]

const POSTGRES = [
  `CREATE FUNCTION facts_are_kept() RETURNS trigger LANGUAGE plpgsql AS
   $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$`,
  `CREATE TRIGGER facts_are_never_changed BEFORE UPDATE OR DELETE ON facts
   FOR EACH ROW EXECUTE FUNCTION facts_are_kept()`,
  `CREATE TRIGGER facts_are_never_truncated BEFORE TRUNCATE ON facts
   FOR EACH STATEMENT EXECUTE FUNCTION facts_are_kept()`,
]
