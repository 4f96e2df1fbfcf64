import type { Knex } from 'knex'

/**
 * Where phones are told of the call of a ticket: personal data, forgotten when the visit ends. The row
 * of the visit may be written later, so nothing refers to it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('push_subscriptions', (table) => {
    table.text('visit_id').notNullable()
    table.text('endpoint').notNullable()
    table.text('p256dh').notNullable()
    table.text('auth').notNullable()
    table.boolean('is_near_told').notNullable()
    table.bigInteger('created_at').notNullable()
    table.primary(['visit_id', 'endpoint'])
    table.index(['created_at'], 'push_subscriptions_by_age')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('push_subscriptions')
}
