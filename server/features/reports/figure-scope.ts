// From what somebody asks of figures to what the read model is asked: their offices, and nothing about a
// single agent but for those who may know it.
import type { Database } from '../../db/connect.ts'
import type { Party } from '../../domain/permissions.ts'
import { LONGEST_PERIOD } from '../../domain/figures/keys.ts'
import { AppError } from '../../errors.ts'
import type { FigureAsk } from '../../protocol/figures.ts'
import { officesFor, type OfficeSeen } from '../scope.ts'
import { groupsOf } from './agent-group-store.ts'
import { queryOf, type FigureQuery } from './read-model/query.ts'

export interface Scoped {
  readonly query: FigureQuery
  readonly offices: readonly OfficeSeen[]
}

type Asked = Omit<FigureAsk, 'by' | 'distribution'> &
  Partial<Pick<FigureAsk, 'by' | 'distribution'>>

/**
 * Throws `office-unknown`, `region-unknown`, `not-your-office`, `not-allowed`, `agent-figures-off`, and
 * `invalid-input` for a period that ends before it begins or is longer than ten years.
 */
export async function scopeOf(db: Database, party: Party, asked: Asked): Promise<Scoped> {
  checkPeriod(asked)
  const offices = await officesFor(db, party, asked)
  checkAgents(party, offices, asked)
  const { from, to, services, categories, programmes, channels, outcomes } = asked
  const { agents, agentGroups } = asked
  const query: FigureQuery = {
    ...queryOf(
      offices.map(({ code }) => code),
      from,
      to,
    ),
    services: services ?? null,
    categories: categories ?? null,
    programmes: programmes ?? null,
    channels: channels ?? null,
    agents: await agentsAsked(db, offices, asked),
    // Of some agents of a group, only they themselves can tell.
    agentGroups: agents === undefined ? (agentGroups ?? null) : null,
    outcomes: outcomes ?? null,
    kind: asked.kind ?? null,
    flagged: asked.flagged ?? 'with',
    targetMinutes: asked.targetMinutes ?? null,
    by: asked.by ?? [],
    distribution: asked.distribution ?? null,
  }
  return { query, offices }
}

export function checkPeriod({ from, to }: { from: string; to: string }): void {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
  const message =
    days <= 0 ? 'ends before it begins' : days > LONGEST_PERIOD ? 'longer than ten years' : null
  if (message !== null) throw new AppError('invalid-input', { fields: [{ path: 'to', message }] })
}

/**
 * Figures of agents that somebody picks are for a manager whose office wants them: of two lists that
 * differ by one agent, the difference is that one's. All others ask for groups, which never differ so.
 * Agents are set side by side for nobody: whoever sees their own figures is told so.
 */
function checkAgents(
  party: Party,
  offices: readonly OfficeSeen[],
  { agents, by }: Pick<Asked, 'agents' | 'by'>,
): void {
  if (by?.includes('agent') === true) throw new AppError('not-allowed')
  if (agents === undefined) return
  const isTheirManager = party.kind === 'staff' && party.role === 'manager' && party.office !== null
  if (!isTheirManager) throw new AppError('not-allowed')
  if (offices.some(({ settings }) => settings.agentFigures !== true)) {
    throw new AppError('agent-figures-off')
  }
}

/** Of each office; null: all of them. A group that is no more has nobody in it. */
async function agentsAsked(
  db: Database,
  offices: readonly OfficeSeen[],
  { agents, agentGroups }: Pick<Asked, 'agents' | 'agentGroups'>,
): Promise<FigureQuery['agents']> {
  if (agents === undefined && agentGroups === undefined) return null
  const codes = offices.map(({ code }) => code)
  if (agentGroups === undefined) return new Map(codes.map((code) => [code, agents ?? []]))
  const groups = await groupsOf(db.reader, codes)
  return new Map(
    codes.map((code) => {
      const asked = groups.get(code)?.groups.filter((each) => agentGroups.includes(each.code))
      const inGroups = asked?.flatMap((group) => group.agents) ?? []
      return [code, inGroups.filter((each) => agents?.includes(each) ?? true)]
    }),
  )
}
