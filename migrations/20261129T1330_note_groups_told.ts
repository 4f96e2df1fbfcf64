import type { Knex } from 'knex'

/** Rollups of agents' groups take the place of lean ones of each agent; which version of the groups they tell. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('rollup_heads', (table) => {
    table.text('groups_id')
  })
  await knex('rollups').whereIn('grain', ['day-agent', 'month-agent', 'month-day-agent']).delete()
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('rollup_heads', (table) => {
    table.dropColumn('groups_id')
  })
  await knex('rollups').where('grain', 'like', '%-group').delete()
  // Whoever reads the lean ones needs all of them: everything is made anew.
  await knex('rollup_heads').delete()
}
