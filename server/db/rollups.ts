// Rollups in their table: packed cells of one grain of one office, of one day or month; of a month with
// services, a row for each category or agent, of one with groups, for each of both. They are derived from
// visits and can be made anew at any time.
import type { Knex } from 'knex'
import type { AgentSegment } from '../domain/figures/agent-day.ts'
import { coarsenessOf, type Grain } from '../domain/figures/coarser.ts'
import { FIGURES_VERSION } from '../domain/figures/definitions.ts'
import { LAYOUT } from '../domain/figures/pack.ts'
import type { AgentSegmentRow } from './office-days.ts'

export interface RollupRow {
  office_id: string
  grain: Grain
  /** YYYY-MM-DD or YYYY-MM */
  start: string
  /** The category, the agent, or the group and category (`partOf`) that its cells are of; empty: of no one alone. */
  part: string
  /** Services and programmes that a part has cells of, each between two bars: `|notary|finance|`. */
  holds: string
  version: number
  seq: number
  cells: Uint8Array
}

export type Rollup = Omit<RollupRow, 'version' | 'seq'>

interface HeadRow {
  office_id: string
  seq: number
  /** Of the version of its agents' groups that rollups of groups tell. */
  groups_id: string | null
}

/** Which layout and whose definitions a row is of: of another it is not read, and made anew. */
const VERSION = LAYOUT * 1_000 + FIGURES_VERSION
/** So many codes are looked for in parts; where more are asked for, all are read. */
const MOST_CODES = 20

export interface RollupSpan {
  readonly offices: readonly string[]
  /** `start` is in [from, to). */
  readonly from: string
  readonly to: string
}

/** What is wanted of the parts of a month; null: all. What else a part holds is for others to leave out. */
export interface Parts {
  /** Ids, or names of groups where a grain is of groups. */
  readonly agents: readonly string[] | null
  readonly categories: readonly string[] | null
  readonly programmes: readonly string[] | null
  readonly services: readonly string[] | null
}

export const ALL_PARTS: Parts = { agents: null, categories: null, programmes: null, services: null }

export type ReadRollup = Pick<RollupRow, 'office_id' | 'start' | 'cells'>

export async function readRollups(
  knex: Knex,
  grain: Grain,
  { offices, from, to }: RollupSpan,
  { agents, categories, programmes, services }: Parts = ALL_PARTS,
): Promise<ReadRollup[]> {
  if (offices.length === 0 || from >= to) return []
  const query = knex<RollupRow>('rollups')
    .where('grain', grain)
    .whereIn('office_id', [...offices])
    .where('start', '>=', from)
    .where('start', '<', to)
    .where('version', VERSION)
    .select('office_id', 'start', 'cells')
  const told = coarsenessOf(grain)
  if (told.span === 'day') return query
  if (told.agents === 'groups') {
    const parts = agents?.flatMap((name) => (categories ?? ['%']).map((each) => partOf(name, each)))
    whereLike(query, 'part', parts ?? null)
  } else if (told.services) {
    const parts = told.agents === 'apart' ? agents : categories
    if (parts !== null) void query.whereIn('part', ['', ...parts])
  }
  for (const codes of [programmes, services]) {
    whereLike(query, 'holds', codes && codes.map((code) => `%|${code}|%`))
  }
  return query
}

/** What the part of a group and a category is called. */
export const partOf = (group: string, category: string): string => `${group}/${category}`

/** Only the part of no one alone, and those of which a column is like one of these; null, or too many: all. */
function whereLike(
  query: Knex.QueryBuilder<RollupRow>,
  column: 'part' | 'holds',
  patterns: readonly string[] | null,
): void {
  if (patterns === null || patterns.length > MOST_CODES) return
  void query.where((either) => {
    void either.where('part', '')
    for (const pattern of patterns) void either.orWhere(column, 'like', pattern)
  })
}

/** Where rows take the place of others: of some grains of one office, `start` in [from, to). */
interface Replaced {
  readonly office: string
  readonly grains: readonly Grain[]
  readonly from: string
  readonly to: string
}

/** Writes rows in place of all that are there; both ways, what knows more facts than `seq` stays. */
export async function replaceRollups(
  trx: Knex,
  { office, grains, from, to }: Replaced,
  rows: readonly Rollup[],
  seq: number,
): Promise<void> {
  await trx<RollupRow>('rollups')
    .where('office_id', office)
    .whereIn('grain', [...grains])
    .where('start', '>=', from)
    .where('start', '<', to)
    .where('seq', '<=', seq)
    .delete()
  await writeRollups(trx, rows, seq)
}

/** Writes rows that tell all facts up to `seq`; what knows more than that stays. */
export async function writeRollups(trx: Knex, rows: readonly Rollup[], seq: number): Promise<void> {
  for (let at = 0; at < rows.length; at += 50) {
    const part = rows.slice(at, at + 50).map((row) => ({
      ...row,
      cells: Buffer.from(row.cells),
      version: VERSION,
      seq,
    }))
    await trx<RollupRow>('rollups')
      .insert(part)
      .onConflict(['grain', 'office_id', 'start', 'part'])
      .merge()
      .where('rollups.seq', '<=', seq)
  }
}

/** What agents did on one day takes the place of what was written of that day before. */
export async function writeAgentSegments(
  trx: Knex,
  office: string,
  day: string,
  segments: readonly AgentSegment[],
): Promise<void> {
  await trx<AgentSegmentRow>('agent_segments').where({ office_id: office, day }).delete()
  for (let at = 0; at < segments.length; at += 100) {
    await trx<AgentSegmentRow>('agent_segments').insert(
      segments.slice(at, at + 100).map(({ agent, counter, doing, reason, from, to }) => ({
        office_id: office,
        day,
        agent_id: agent,
        started_at: from,
        ended_at: to,
        doing,
        counter,
        reason,
      })),
    )
  }
}

/** Up to which fact rollups of an office tell its journal; null: none were ever made. */
export async function rollupHead(knex: Knex, office: string): Promise<number | null> {
  return (await knex<HeadRow>('rollup_heads').where('office_id', office).first('seq'))?.seq ?? null
}

export async function setRollupHead(trx: Knex, office: string, seq: number): Promise<void> {
  await trx<HeadRow>('rollup_heads')
    .insert({ office_id: office, seq })
    .onConflict('office_id')
    .merge()
    .where('rollup_heads.seq', '<', seq)
}

/** Says which version of its agents' groups (null: it has none) an office's rollups of groups tell. */
export async function setGroupsTold(trx: Knex, office: string, id: string | null): Promise<void> {
  await trx<HeadRow>('rollup_heads').where('office_id', office).update({ groups_id: id })
}

/** Which version of its agents' groups the rollups of each of these offices tell; null: of none. */
export async function groupsTold(
  knex: Knex,
  offices: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = knex<HeadRow>('rollup_heads').whereIn('office_id', [...offices])
  const told = await rows.select('office_id', 'groups_id')
  return new Map(told.map(({ office_id, groups_id }) => [office_id, groups_id]))
}

/** Up to which fact the rows of its visits tell an office's journal. */
export async function rowsHead(knex: Knex, office: string): Promise<number> {
  return (await knex<HeadRow>('office_heads').where('office_id', office).first('seq'))?.seq ?? 0
}

/** Whether any rollup of this office is of other definitions than today's. */
export async function hasOldRollups(knex: Knex, office: string): Promise<boolean> {
  const row = await knex<RollupRow>('rollups')
    .where({ office_id: office, grain: 'day' })
    .whereNot('version', VERSION)
    .first('start')
  return row !== undefined
}

/** The first and the last day (YYYY-MM-DD) of which there are rollups; null: there are none. */
export async function rollupDays(
  knex: Knex,
  office: string,
): Promise<{ first: string; last: string } | null> {
  const [row] = await knex<RollupRow>('rollups')
    .where({ office_id: office, grain: 'day' })
    .min({ first: 'start' })
    .max({ last: 'start' })
  const { first, last } = row ?? {}
  return first && last ? { first, last } : null
}

/** Up to which fact the rollups of each day (YYYY-MM-DD) of an office tell, those by today's definitions. */
export async function daysTold(knex: Knex, office: string): Promise<Map<string, number>> {
  const rows = await knex<RollupRow>('rollups')
    .where({ office_id: office, grain: 'day', version: VERSION })
    .select('start', 'seq')
  return new Map(rows.map(({ start, seq }) => [start, seq]))
}

/** Months (YYYY-MM) of an office of which a day was made after the month, or the month never. */
export async function monthsBehind(knex: Knex, office: string): Promise<string[]> {
  const of = (grain: Grain): Promise<Pick<RollupRow, 'start' | 'seq'>[]> =>
    knex<RollupRow>('rollups').where({ office_id: office, grain }).select('start', 'seq')
  const made = new Map((await of('month')).map(({ start, seq }) => [start, seq]))
  const behind = new Set<string>()
  for (const { start, seq } of await of('day')) {
    const month = start.slice(0, 7)
    if (seq > (made.get(month) ?? -1)) behind.add(month)
  }
  return [...behind]
}
