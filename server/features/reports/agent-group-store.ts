// The groups of each office's agents. Every version is kept, with who made it: who moves people from group
// to group to learn about one of them is seen to. The last one counts, for days past too.
import type { Knex } from 'knex'
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

/** Of each of these offices that has any. */
export async function groupsOf(
  knex: Knex,
  offices: readonly string[],
): Promise<Map<string, readonly AgentGroup[]>> {
  const rows = await knex<GroupsRow>('agent_groups')
    .whereIn('office_id', [...offices])
    .orderBy(['set_at', 'id'])
    .select('office_id', 'groups')
  return new Map(
    rows.map(({ office_id, groups }) => [office_id, JSON.parse(groups) as readonly AgentGroup[]]),
  )
}
