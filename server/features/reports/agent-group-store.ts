// The groups of each office's agents. Every version is kept, with who made it: who moves people from group
// to group to learn about one of them is seen to. The last one counts, for days past too.
import type { Knex } from 'knex'
import { groupsTold } from '../../db/rollups.ts'
import type { AgentGroup } from '../../domain/figures/agent-groups.ts'

interface GroupsRow {
  /** Made in the order of time. */
  id: string
  office_id: string
  groups: string
  set_at: number
  set_by: string
}

export async function insertGroups(
  knex: Knex,
  office: string,
  groups: readonly AgentGroup[],
  { id, at, by }: { id: string; at: number; by: string },
): Promise<void> {
  const row = { id, office_id: office, groups: JSON.stringify(groups), set_at: at, set_by: by }
  await knex<GroupsRow>('agent_groups').insert(row)
}

/** One version of an office's groups. */
export interface Groups {
  readonly id: string
  readonly groups: readonly AgentGroup[]
}

/** The last version of each of these offices that has any. */
export async function groupsOf(
  knex: Knex,
  offices: readonly string[],
): Promise<Map<string, Groups>> {
  const rows = await knex<GroupsRow>('agent_groups')
    .whereIn('office_id', [...offices])
    .orderBy(['set_at', 'id'])
    .select('id', 'office_id', 'groups')
  const last = new Map(rows.map((row) => [row.office_id, row]))
  return new Map(
    [...last].map(([office, { id, groups }]) => [
      office,
      { id, groups: JSON.parse(groups) as readonly AgentGroup[] },
    ]),
  )
}

/** Those of these offices that have groups, and whose rollups tell the last version of them. */
export async function officesGrouped(
  knex: Knex,
  offices: readonly string[],
): Promise<ReadonlySet<string>> {
  const [named, told] = [await groupsOf(knex, offices), await groupsTold(knex, offices)]
  const ofLast = [...named].filter(([office, { id }]) => told.get(office) === id)
  return new Set(ofLast.flatMap(([office, { groups }]) => (groups.length > 0 ? [office] : [])))
}

/** Whether the rollups of an office tell the last version of its groups, or that it has none. */
export async function isGrouped(knex: Knex, office: string): Promise<boolean> {
  const named = (await groupsOf(knex, [office])).get(office)
  const told = await groupsTold(knex, [office])
  return (told.get(office) ?? null) === (named?.id ?? null)
}
