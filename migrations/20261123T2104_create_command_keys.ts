import type { Knex } from 'knex'

/** Idempotency keys of the last seven days: which command each was, and where it took the office. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('command_keys', (table) => {
    table.text('actor_id').notNullable()
    table.text('key').notNullable()
    table.text('office_id').notNullable().references('offices.id')
    table.text('body_hash').notNullable()
    table.text('visit_id')
    table.bigInteger('seq').notNullable()
    table.bigInteger('created_at').notNullable()
    table.primary(['actor_id', 'key'])
    table.index(['created_at'], 'command_keys_by_age')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('command_keys')
}
