import type { Knex } from 'knex'

/**
 * What figures are made of: how often things happened to each visit, what agents did, and rollups of
 * both. All of it is derived and can be made anew.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('visits', (table) => {
    table.text('trail')
  })
  await knex.schema.createTable('agent_segments', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.text('day').notNullable()
    table.text('agent_id').notNullable()
    table.bigInteger('started_at').notNullable()
    table.bigInteger('ended_at').notNullable()
    table.text('doing').notNullable()
    table.text('counter')
    table.text('reason')
    table.primary(['office_id', 'day', 'agent_id', 'started_at'])
  })
  await knex.schema.createTable('rollups', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.text('grain').notNullable()
    table.text('start').notNullable()
    table.integer('version').notNullable()
    table.bigInteger('seq').notNullable()
    table.binary('cells').notNullable()
    table.primary(['grain', 'office_id', 'start'])
  })
  // How far the rollups of an office follow its journal.
  await knex.schema.createTable('rollup_heads', (table) => {
    table.text('office_id').primary().references('offices.id')
    table.bigInteger('seq').notNullable()
  })
  // What agents said of themselves, who stood at the door, and the office's time zone, without reading
  // the visits' facts between.
  await knex.raw(
    `CREATE INDEX facts_of_the_floor ON facts (office_id, at) WHERE type IN (${FLOOR})`,
  )
}

const FLOOR = [
  'office-configured',
  'agent-stationed',
  'agent-availability-changed',
  'agent-signed-off',
  'door-counted',
]
  .map((type) => `'${type}'`)
  .join(', ')

export async function down(knex: Knex): Promise<void> {
  // SQLite drops a column by rebuilding the table, which its usual checks of a writing connection's
  // own trigger would not let it do.
  const isSqlite = (knex.client as { dialect?: string }).dialect === 'sqlite3'
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = ON')
  await knex.raw('DROP INDEX facts_of_the_floor')
  await knex.schema.dropTable('rollup_heads')
  await knex.schema.dropTable('rollups')
  await knex.schema.dropTable('agent_segments')
  await knex.schema.alterTable('visits', (table) => {
    table.dropColumns('trail')
  })
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = OFF')
}
