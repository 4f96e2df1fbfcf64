// Named groups of an office's agents, of whom figures may be seen together. No one group, no difference
// of two, and nothing that is left of the office may be so few that one of them could be told apart.
import type { Words } from '../settings.ts'

/** Of fewer agents together each could be told apart. */
export const LEAST_AGENTS = 3

export interface AgentGroup {
  readonly code: string
  readonly name: Words
  /** Ids of agents of the office. */
  readonly agents: readonly string[]
}

export type GroupFault =
  | {
      readonly fault: 'code-twice' | 'agent-twice' | 'agent-unknown' | 'too-small'
      readonly at: number
    }
  /** Those in no group: all others' figures, taken from the office's, would be theirs. */
  | { readonly fault: 'rest-too-small' }

/** What is wrong with groups as a whole; null: nothing. `agents`: all of the office's. */
export function faultOfGroups(
  groups: readonly AgentGroup[],
  agents: readonly string[],
): GroupFault | null {
  const known = new Set(agents)
  const codes = new Set<string>()
  const grouped = new Set<string>()
  for (const [at, { code, agents: own }] of groups.entries()) {
    if (codes.has(code)) return { fault: 'code-twice', at }
    codes.add(code)
    for (const agent of own) {
      if (!known.has(agent)) return { fault: 'agent-unknown', at }
      if (grouped.has(agent)) return { fault: 'agent-twice', at }
      grouped.add(agent)
    }
    if (own.length < LEAST_AGENTS) return { fault: 'too-small', at }
  }
  const rest = known.size - grouped.size
  return groups.length > 0 && isTooFew(rest) ? { fault: 'rest-too-small' } : null
}

/** Whether so many are some, and yet not enough. */
export const isTooFew = (count: number): boolean => count > 0 && count < LEAST_AGENTS

/** What stands for a group where single agents stand for themselves: no id has a colon. */
export const nameOfGroup = (code: string): string => `group:${code}`
export const isGroupName = (name: string): boolean => name.startsWith('group:')

/** The name of each agent's group. */
export function groupNames(groups: readonly AgentGroup[]): Map<string, string> {
  return new Map(
    groups.flatMap(({ code, agents }) =>
      agents.map((agent) => [agent, nameOfGroup(code)] as const),
    ),
  )
}
