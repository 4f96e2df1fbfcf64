// Rollups in their table: packed cells of one grain of one office, from one day or month on. They are
// derived from visits and can be made anew at any time.
import type { Knex } from 'knex'
import type { AgentSegment } from '../domain/figures/agent-day.ts'
import type { Grain } from '../domain/figures/coarser.ts'
import { FIGURES_VERSION } from '../domain/figures/definitions.ts'
import type { AgentSegmentRow } from './office-days.ts'

export interface RollupRow {
  office_id: string
  grain: Grain
  /** YYYY-MM-DD or YYYY-MM */
  start: string
  version: number
  seq: number
  cells: Uint8Array
}

export type Rollup = Omit<RollupRow, 'version' | 'seq'>

interface HeadRow {
  office_id: string
  seq: number
}

/** Rows of these offices whose `start` is in [from, to), in the words of the definitions of today. */
export async function readRollups(
  knex: Knex,
  grain: Grain,
  { offices, from, to }: { offices: readonly string[]; from: string; to: string },
): Promise<Pick<RollupRow, 'office_id' | 'start' | 'cells'>[]> {
  if (offices.length === 0 || from >= to) return []
  return knex<RollupRow>('rollups')
    .where('grain', grain)
    .whereIn('office_id', [...offices])
    .where('start', '>=', from)
    .where('start', '<', to)
    .where('version', FIGURES_VERSION)
    .select('office_id', 'start', 'cells')
}

/** Writes rows that tell all facts up to `seq`; what knows more than that stays. */
export async function writeRollups(trx: Knex, rows: readonly Rollup[], seq: number): Promise<void> {
  for (let at = 0; at < rows.length; at += 50) {
    const part = rows.slice(at, at + 50).map((row) => ({
      ...row,
      cells: Buffer.from(row.cells),
      version: FIGURES_VERSION,
      seq,
    }))
    await trx<RollupRow>('rollups')
      .insert(part)
      .onConflict(['grain', 'office_id', 'start'])
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

/** Up to which fact the rows of its visits tell an office's journal. */
export async function rowsHead(knex: Knex, office: string): Promise<number> {
  return (await knex<HeadRow>('office_heads').where('office_id', office).first('seq'))?.seq ?? 0
}

/** Whether any rollup of this office is of other definitions than today's. */
export async function hasOldRollups(knex: Knex, office: string): Promise<boolean> {
  const row = await knex<RollupRow>('rollups')
    .where({ office_id: office, grain: 'day' })
    .whereNot('version', FIGURES_VERSION)
    .first('start')
  return row !== undefined
}
