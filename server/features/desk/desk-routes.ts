// What an agent does in an office: take a counter, be available, call the next person.
import type { Command } from '../../domain/commands.ts'
import { visitWith } from '../../domain/state.ts'
import { AppError } from '../../errors.ts'
import { given } from '../given.ts'
import { route, type Route } from '../../http/route.ts'
import { CallNext, ChangeAvailability, LeaveCounter, TakeCounter } from '../../protocol/requests.ts'
import { AgentAnswer, VisitAnswer } from '../../protocol/views.ts'
import { visitAnswer } from '../answers.ts'
import type { Commands, Happened } from '../commands.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import type { Party } from '../../domain/permissions.ts'

const OFFICE: ProblemCode[] = ['office-unknown', 'not-your-office', 'office-not-configured']

export function deskRoutes(commands: Commands): Route[] {
  return [
    route({
      method: 'post',
      path: '/offices/{office}/call-next',
      summary: 'Call whoever is next for you to your counter; 204 when nobody waits for you.',
      permission: 'serve',
      body: CallNext,
      answers: { 200: VisitAnswer, 204: null },
      problems: [
        ...OFFICE,
        'counter-unknown',
        'counter-taken',
        'agent-busy',
        'agent-not-available',
        'key-reused',
      ],
      async handle(call) {
        const { counter } = call.body
        const happened = await atOneOffice(call, { do: 'call-next', counter })
        if (happened.visit === null) return { status: 204 }
        return { status: 200, body: visitAnswer(happened, happened.visit) }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/agent/counter',
      summary: 'Take a counter, and say which services, counter kinds and languages you take.',
      permission: 'serve',
      body: TakeCounter,
      answers: { 200: AgentAnswer },
      problems: [
        ...OFFICE,
        'counter-unknown',
        'counter-taken',
        'service-unknown',
        'counter-kind-unknown',
        'agent-busy',
        'key-reused',
      ],
      async handle(call) {
        const happened = await atOneOffice(call, { do: 'take-counter', ...given(call.body) })
        return { status: 200, body: agentAnswer(happened, call.party) }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/agent/availability',
      summary: 'Go on a break, away or to back-office work, or be available again.',
      permission: 'serve',
      body: ChangeAvailability,
      answers: { 200: AgentAnswer },
      problems: [...OFFICE, 'counter-needed', 'agent-busy', 'reason-unknown', 'key-reused'],
      handle: (call) => {
        const { backAt, ...rest } = call.body
        const back = backAt === undefined ? {} : { backAt: Date.parse(backAt) }
        return asAgent(call, { do: 'change-availability', ...given(rest), ...back })
      },
    }),
    route({
      method: 'delete',
      path: '/offices/{office}/agent',
      summary: 'Leave your counter, and say what becomes of the visit that is open there.',
      permission: 'serve',
      body: LeaveCounter,
      answers: { 200: AgentAnswer },
      problems: [...OFFICE, 'agent-busy', 'move-not-allowed', 'outcome-needed', 'key-reused'],
      handle: (call) => asAgent(call, { do: 'sign-off', ...given(call.body) }),
    }),
  ]

  /** Whoever works in several offices is in one at a time: taking a counter leaves any other. */
  async function atOneOffice(call: AgentCall, command: Command): Promise<Happened> {
    const elsewhere = commands.stationedElsewhere(call.party, call.params.office ?? '')
    for (const { state } of elsewhere) {
      const open = visitWith(state, call.party.id)
      const details = { office: state.office, visit: open?.id ?? '' }
      if (open) throw new AppError('agent-busy', { details })
    }
    const happened = await commands.ask(call, call.params.office ?? '', command)
    for (const { state } of elsewhere) {
      await commands.ask({ party: call.party, key: null }, state.office, { do: 'sign-off' })
    }
    return happened
  }

  async function asAgent(call: AgentCall, command: Command) {
    const happened = await commands.ask(call, call.params.office ?? '', command)
    return { status: 200, body: agentAnswer(happened, call.party) }
  }
}

interface AgentCall {
  readonly params: Readonly<Record<string, string>>
  readonly party: Party
  readonly key: { value: string; bodyHash: string } | null
}

function agentAnswer({ office, seq }: Happened, party: Party): AgentAnswer {
  const agent = office.state.agents.get(party.id)
  return {
    office: office.state.office,
    version: seq,
    agent: party.id,
    counter: agent?.counter ?? null,
    availability: agent?.availability ?? null,
    services: agent?.services ? [...agent.services] : null,
    counterKinds: agent?.counterKinds ? [...agent.counterKinds] : null,
    languages: agent?.languages ? [...agent.languages] : null,
  }
}
