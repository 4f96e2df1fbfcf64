import type { Knex } from 'knex'

/** What a whole day at the desk needs: work profiles, contacts, needs, help, messages. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('visits', (table) => {
    table.text('details')
    table.bigInteger('announced_at')
    table.integer('raised')
    table.integer('times_missed').notNullable().defaultTo(0)
  })
  // What was typed in from paper ended before it was written down: a start looks for it by this.
  await knex.raw(
    `CREATE INDEX visits_on_paper ON visits (office_id, arrived_seq) WHERE via = 'paper'`,
  )
  await knex.schema.alterTable('office_heads', (table) => {
    table.integer('share_step').notNullable().defaultTo(0)
    table.text('door')
  })
  await knex.schema.alterTable('agents', (table) => {
    table.text('counter_kinds')
    table.text('languages')
    table.text('reason')
  })
  await knex.schema.alterTable('visit_people', (table) => {
    table.text('phone')
    table.text('email')
    table.text('needs')
  })
  await knex.schema.createTable('alarms', (table) => {
    table.text('office_id').notNullable().references('offices.id')
    table.text('id').notNullable()
    table.text('agent_id').notNullable()
    table.text('counter')
    table.bigInteger('since').notNullable()
    table.text('accepted').notNullable()
    table.primary(['office_id', 'id'])
  })
  // What one colleague writes to another is not a fact of the office: it is kept until it is read.
  await knex.schema.createTable('staff_messages', (table) => {
    table.text('id').primary()
    table.text('office_id').notNullable().references('offices.id')
    table.text('to_staff').notNullable()
    table.text('from_staff').notNullable()
    table.text('text').notNullable()
    table.bigInteger('sent_at').notNullable()
    table.index(['to_staff', 'office_id'], 'staff_messages_unread')
  })
}

export async function down(knex: Knex): Promise<void> {
  // SQLite drops a column by rebuilding the table, which its usual checks of a writing connection's
  // own trigger would not let it do.
  const isSqlite = (knex.client as { dialect?: string }).dialect === 'sqlite3'
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = ON')
  await knex.raw('DROP INDEX visits_on_paper')
  await knex.schema.dropTable('staff_messages')
  await knex.schema.dropTable('alarms')
  await knex.schema.alterTable('visit_people', (table) => {
    table.dropColumns('phone', 'email', 'needs')
  })
  await knex.schema.alterTable('agents', (table) => {
    table.dropColumns('counter_kinds', 'languages', 'reason')
  })
  await knex.schema.alterTable('office_heads', (table) => {
    table.dropColumns('share_step', 'door')
  })
  await knex.schema.alterTable('visits', (table) => {
    table.dropColumns('details', 'announced_at', 'raised', 'times_missed')
  })
  if (isSqlite) await knex.raw('PRAGMA legacy_alter_table = OFF')
}
