// The groups of an office's agents while they are made: rows of names, and for each agent the row they are in.
import { isTooFew, LEAST_AGENTS, type AgentGroups, type AgentGroupsKnown } from '#protocol'

export interface GroupEntry {
  readonly id: number
  /** Null: a new one. */
  readonly code: string | null
  readonly en: string
  readonly fr: string
}

export interface GroupEntries {
  readonly groups: readonly GroupEntry[]
  /** The id of each agent's group; who is in none is not there. */
  readonly of: ReadonlyMap<string, number>
}

export function entriesOf({ groups }: AgentGroupsKnown): GroupEntries {
  return {
    groups: groups.map(({ code, name }, id) => ({ id, code, ...name })),
    of: new Map(groups.flatMap(({ agents }, id) => agents.map((agent) => [agent, id] as const))),
  }
}

export const membersOf = ({ of }: GroupEntries, id: number): string[] =>
  [...of].filter(([, group]) => group === id).map(([agent]) => agent)

export type GroupWrong =
  | { readonly what: 'name'; readonly id: number; readonly language: 'en' | 'fr' }
  | { readonly what: 'few'; readonly id: number }
  | { readonly what: 'rest' }

/** What is wrong first; null: nothing. `agents`: how many the office has. */
export function wrongIn(entries: GroupEntries, agents: number): GroupWrong | null {
  for (const { id, ...names } of entries.groups) {
    for (const language of ['en', 'fr'] as const)
      if (names[language].trim() === '') return { what: 'name', id, language }
    if (membersOf(entries, id).length < LEAST_AGENTS) return { what: 'few', id }
  }
  const isAny = entries.groups.length > 0
  return isAny && isTooFew(agents - entries.of.size) ? { what: 'rest' } : null
}

/** As the server takes them: a new group's code is made of its English name. */
export function groupsOf(entries: GroupEntries): AgentGroups['groups'] {
  const taken = new Set(entries.groups.flatMap(({ code }) => code ?? []))
  return entries.groups.map(({ id, code, en, fr }) => {
    const own = code ?? freeCode(en, taken)
    taken.add(own)
    return {
      code: own,
      name: { en: en.trim(), fr: fr.trim() },
      agents: membersOf(entries, id),
    }
  })
}

function freeCode(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const code =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 36) || 'group'
  for (let count = 1; ; count += 1) {
    const next = count === 1 ? code : `${code}-${count}`
    if (!taken.has(next)) return next
  }
}
