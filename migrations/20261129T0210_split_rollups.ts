import type { Knex } from 'knex'

/**
 * Rollups of a month in parts, so that what is asked of one category is not read of all. They are
 * derived: the old ones go, and a server that starts makes them anew.
 */
export async function up(knex: Knex): Promise<void> {
  await startAnew(knex)
  await createRollups(knex, (table) => {
    table.text('part').notNullable()
    table.text('holds').notNullable()
    table.primary(['grain', 'office_id', 'start', 'part'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await startAnew(knex)
  await createRollups(knex, (table) => {
    table.primary(['grain', 'office_id', 'start'])
  })
}

async function startAnew(knex: Knex): Promise<void> {
  await knex.schema.dropTable('rollups')
  await knex('rollup_heads').delete()
}

/** What is small stands before the cells: it is read without them. */
async function createRollups(
  knex: Knex,
  more: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  await knex.schema.createTable('rollups', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.text('grain').notNullable()
    table.text('start').notNullable()
    table.integer('version').notNullable()
    table.bigInteger('seq').notNullable()
    more(table)
    table.binary('cells').notNullable()
  })
}
