// Groups of agents: named by the manager of their office, asked about by whoever sees its figures.
import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { faultOfGroups, type GroupFault } from '../../domain/figures/agent-groups.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { AgentGroups, AgentGroupsKnown } from '../../protocol/agent-groups.ts'
import { officeFor } from '../scope.ts'
import { agentsIn } from '../staff/staff-store.ts'
import { groupsOf, insertGroups } from './agent-group-store.ts'

const OFFICE = ['office-unknown', 'not-your-office'] as const

export interface GroupParts {
  readonly db: Database
  readonly clock: Clock
  readonly newId: () => string
  /** Called once the agents of an office are in other groups. */
  readonly onNamed: (office: string) => void
}

export function agentGroupRoutes({ db, clock, newId, onNamed }: GroupParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/agent-groups',
      summary: 'Which agents are in which group, for their manager.',
      permission: 'name-agent-groups',
      body: null,
      answers: { 200: AgentGroupsKnown },
      problems: OFFICE,
      async handle({ party, params }) {
        const { code } = await officeFor(db, party, params.office ?? '')
        const known = (await groupsOf(db.reader, [code])).get(code)?.groups ?? []
        const groups = known.map((group) => ({ ...group, agents: [...group.agents] }))
        return { status: 200, body: { groups, agents: await agentsIn(db.reader, code) } }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/agent-groups',
      summary:
        'All groups of an office’s agents: three or more in each, nobody in two, and nobody or three or more in none.',
      permission: 'name-agent-groups',
      body: AgentGroups,
      answers: { 200: AgentGroups },
      problems: [...OFFICE, 'invalid-input', 'group-too-small'],
      async handle({ body, party, params }) {
        const { code } = await officeFor(db, party, params.office ?? '')
        const agents = await agentsIn(db.reader, code)
        refuse(
          faultOfGroups(
            body.groups,
            agents.map(({ id }) => id),
          ),
        )
        const known = (await groupsOf(db.knex, [code])).get(code)?.groups ?? []
        if (!isDeepStrictEqual(known, body.groups)) {
          await insertGroups(db.knex, code, body.groups, {
            ...{ id: newId(), at: clock.now(), by: party.id },
          })
          onNamed(code)
        }
        return { status: 200, body }
      },
    }),
  ]
}

const MESSAGES = {
  'code-twice': 'another group has this code',
  'agent-unknown': 'is no agent of this office',
  'agent-twice': 'is in another group',
} as const

function refuse(fault: GroupFault | null): void {
  if (fault === null) return
  if (fault.fault === 'rest-too-small') throw new AppError('group-too-small')
  if (fault.fault === 'too-small') {
    throw new AppError('group-too-small', { details: { group: fault.at } })
  }
  const part = fault.fault === 'code-twice' ? 'code' : 'agents'
  const path = `groups.${fault.at}.${part}`
  throw new AppError('invalid-input', { fields: [{ path, message: MESSAGES[fault.fault] }] })
}
