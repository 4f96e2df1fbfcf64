// What the read model is asked: a filter whose offices are known, and how to split what it finds.
import { nameOfGroup } from '../../../domain/figures/agent-groups.ts'
import type { Channel } from '../../../domain/facts.ts'
import type { CellFilter } from '../../../domain/figures/gather.ts'
import type { Grouping, Kind, OutcomeKey, SpreadKey } from '../../../domain/figures/keys.ts'

/** Null: all. An empty list: nothing. Days are YYYY-MM-DD of each office, `to` not included. */
export interface FigureQuery {
  /** Codes of the offices, which must all be ones that the asker may see. */
  readonly offices: readonly string[]
  readonly from: string
  readonly to: string
  readonly services: readonly string[] | null
  readonly categories: readonly string[] | null
  readonly programmes: readonly string[] | null
  readonly channels: readonly Channel[] | null
  /** Ids of those who are asked for, by office: of a group, an office's own agents are in it, and no other's. */
  readonly agents: ReadonlyMap<string, readonly string[]> | null
  /** Codes of the groups that these agents are; null: they are not whole groups. */
  readonly agentGroups: readonly string[] | null
  readonly outcomes: readonly OutcomeKey[] | null
  readonly kind: Kind | null
  readonly flagged: 'with' | 'without' | 'only'
  /** Null: each office’s own. */
  readonly targetMinutes: number | null
  readonly by: readonly Grouping[]
  /** The figure whose buckets are wanted. */
  readonly distribution: SpreadKey | null
}

/** Everything of these offices in a period. */
export function queryOf(offices: readonly string[], from: string, to: string): FigureQuery {
  return {
    offices,
    from,
    to,
    services: null,
    categories: null,
    programmes: null,
    channels: null,
    agents: null,
    agentGroups: null,
    outcomes: null,
    kind: null,
    flagged: 'with',
    targetMinutes: null,
    by: [],
    distribution: null,
  }
}

/** What cells are looked for. */
export function filterOf(query: FigureQuery): CellFilter {
  const groups = (query.agentGroups ?? []).map(nameOfGroup)
  const set = (list: readonly string[] | null): ReadonlySet<string> | null =>
    list === null ? null : new Set(list)
  const { services, categories, programmes, channels, agents, outcomes, kind, flagged } = query
  return {
    services: set(services),
    categories: set(categories),
    programmes: set(programmes),
    channels: set(channels),
    agents:
      agents && new Map([...agents].map(([office, ids]) => [office, new Set([...ids, ...groups])])),
    outcomes: set(outcomes),
    kind,
    flagged,
  }
}
