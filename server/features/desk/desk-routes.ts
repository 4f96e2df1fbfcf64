// What an agent does in an office: take a counter, be available, call the next person.
import type { Command } from '../../domain/commands.ts'
import { given } from '../given.ts'
import { route, type Route } from '../../http/route.ts'
import { CallNext, ChangeAvailability, TakeCounter } from '../../protocol/requests.ts'
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
        const command = { do: 'call-next', counter: call.body.counter } as const
        const happened = await commands.ask(call, call.params.office ?? '', command)
        if (happened.visit === null) return { status: 204 }
        return { status: 200, body: visitAnswer(happened, happened.visit) }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/agent/counter',
      summary: 'Take a counter, and say which services you take.',
      permission: 'serve',
      body: TakeCounter,
      answers: { 200: AgentAnswer },
      problems: [...OFFICE, 'counter-unknown', 'counter-taken', 'service-unknown', 'agent-busy'],
      handle: (call) => {
        return asAgent(call, { do: 'take-counter', ...given(call.body) })
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/agent/availability',
      summary: 'Go on a break, away or to back-office work, or be available again.',
      permission: 'serve',
      body: ChangeAvailability,
      answers: { 200: AgentAnswer },
      problems: [...OFFICE, 'counter-needed', 'agent-busy'],
      handle: (call) => asAgent(call, { do: 'change-availability', ...given(call.body) }),
    }),
    route({
      method: 'delete',
      path: '/offices/{office}/agent',
      summary: 'Leave your counter.',
      permission: 'serve',
      body: null,
      answers: { 200: AgentAnswer },
      problems: [...OFFICE, 'agent-busy'],
      handle: (call) => asAgent(call, { do: 'sign-off' }),
    }),
  ]

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
