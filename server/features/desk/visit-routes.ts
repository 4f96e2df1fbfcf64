// The moves of one visit, each one atomic command. Which office it is in is the visit's own affair.
import type { z } from 'zod'
import type { Command } from '../../domain/commands.ts'
import type { Permission } from '../../domain/permissions.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import type { Party } from '../../domain/permissions.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import * as ask from '../../protocol/requests.ts'
import { TicketAnswer, VisitAnswer } from '../../protocol/views.ts'
import { arrivalAnswer, visitAnswer } from '../answers.ts'
import type { Commands } from '../commands.ts'

const EVERY_MOVE: readonly ProblemCode[] = [
  'visit-unknown',
  'not-your-office',
  'move-not-allowed',
  'visit-with-other-agent',
  'key-reused',
]

export function visitRoutes(commands: Commands): Route[] {
  /** A move: `POST /visits/{visit}/{name}`. */
  function move<Body extends z.ZodType>(
    name: string,
    summary: string,
    body: Body,
    toCommand: (visit: string, body: z.output<Body>, party: Party) => Command,
    problems: readonly ProblemCode[] = [],
    permission: Permission = 'serve',
  ): Route {
    return route<Body>({
      method: 'post',
      path: `/visits/{visit}/${name}`,
      summary,
      permission,
      body,
      answers: { 200: permission === 'add-visit' ? VisitAnswer.or(TicketAnswer) : VisitAnswer },
      problems: [...EVERY_MOVE, ...problems],
      handle: (call) => {
        const body = call.body as z.output<Body>
        return run(call, toCommand(call.params.visit ?? '', body, call.party))
      },
    })
  }

  async function run(
    call: Pick<Call<unknown>, 'key' | 'params'> & { party: Party },
    command: Command,
    person?: { name?: string | null; note?: string | null },
  ) {
    const visit = call.params.visit ?? ''
    const office = await commands.officeOf(visit)
    const happened = await commands.ask(call, office, command, person)
    return { status: 200, body: arrivalAnswer(call.party, happened, visit) }
  }

  const taking: ProblemCode[] = [
    'counter-needed',
    'counter-unknown',
    'counter-taken',
    'agent-busy',
    'agent-not-available',
    'visit-not-for-you',
  ]
  return [
    route({
      method: 'get',
      path: '/visits/{visit}',
      summary: 'A visit of today, live or ended.',
      permission: 'see-desk',
      body: null,
      answers: { 200: VisitAnswer },
      problems: ['visit-unknown', 'not-your-office'],
      async handle({ params, party }) {
        const visit = params.visit ?? ''
        const office = await commands.enter(party, await commands.officeOf(visit))
        const read = { ok: true, visit, seq: office.state.seq, facts: [], office } as const
        return { status: 200, body: visitAnswer({ ...read, remembered: false }, visit) }
      },
    }),
    move(
      'call',
      'Call this visit to your counter.',
      ask.Call,
      (visit, { counter }) =>
        counter === undefined ? { do: 'call', visit } : { do: 'call', visit, counter },
      taking,
    ),
    move('recall', 'Announce the call again; no clock moves.', ask.Nothing, (visit) => ({
      do: 'recall',
      visit,
    })),
    move(
      'begin',
      'Begin service.',
      ask.Begin,
      (visit, { counter }) =>
        counter === undefined ? { do: 'begin', visit } : { do: 'begin', visit, counter },
      taking,
    ),
    move('hold', 'Put aside, to be taken up again.', ask.Hold, (visit, { reason, backAt }) => ({
      do: 'hold',
      visit,
      ...(reason === undefined ? {} : { reason }),
      ...(backAt === undefined ? {} : { backAt: Date.parse(backAt) }),
    })),
    move('return', 'Back to the queue, at a chosen place.', ask.Return, (visit, { place }) => ({
      do: 'return',
      visit,
      place: place ?? 'kept',
    })),
    move(
      'transfer',
      'To a service, a counter or an agent; number and arrival are kept.',
      ask.Transfer,
      (visit, { service, counter, agent, place }) => ({
        do: 'transfer',
        visit,
        to: {
          ...(service === undefined ? {} : { service }),
          ...(counter === undefined ? {} : { counter }),
          ...(agent === undefined ? {} : { agent }),
        },
        place: place ?? 'kept',
      }),
      ['service-unknown', 'counter-unknown'],
    ),
    move(
      'finish',
      'Finish the current request, and the visit when it is the last.',
      ask.Finish,
      (visit, { quantity, outcome, timesWrong }) => ({
        do: 'finish',
        visit,
        ...(quantity === undefined ? {} : { quantity }),
        ...(outcome === undefined ? {} : { outcome }),
        ...(timesWrong === undefined ? {} : { timesWrong }),
      }),
    ),
    move('no-show', 'Called, and did not come.', ask.Nothing, (visit) => ({
      do: 'no-show',
      visit,
    })),
    move(
      'leave',
      'Leaves without being served.',
      ask.Nothing,
      (visit, _body, party) => ({
        do: 'leave',
        visit,
        by: party.kind === 'device' ? 'citizen' : 'staff',
      }),
      [],
      'add-visit',
    ),
    move(
      'undo',
      'Take back your last step on this visit, within 60 s.',
      ask.Nothing,
      (visit) => ({ do: 'undo', visit }),
      ['nothing-to-undo', 'undo-too-late', 'undo-not-yours', 'undo-overtaken'],
      'add-visit',
    ),
    move(
      'requests',
      'Add a request to the visit being served, or make an earlier one current again.',
      ask.AddRequest,
      (visit, { service, channel, quantity, current }) =>
        service === undefined
          ? { do: 'switch-request', visit, request: current ?? 0 }
          : {
              do: 'add-request',
              visit,
              request: { service, channel: channel ?? 'in-person', quantity: quantity ?? 1 },
            },
      ['service-unknown', 'request-unknown'],
    ),
    route({
      method: 'patch',
      path: '/visits/{visit}',
      summary: 'Change priority, a request, the name or the note.',
      permission: 'serve',
      body: ask.ChangeVisit,
      answers: { 200: VisitAnswer },
      problems: [...EVERY_MOVE, 'service-unknown', 'request-unknown'],
      handle: (call) =>
        run(call, changeCommand(call.params.visit ?? '', call.body), person(call.body)),
    }),
  ]
}

function changeCommand(visit: string, { priority, request, name, note }: ask.ChangeVisit): Command {
  const asked = request && {
    id: request.id,
    ...(request.service === undefined ? {} : { service: request.service }),
    ...(request.channel === undefined ? {} : { channel: request.channel }),
    ...(request.quantity === undefined ? {} : { quantity: request.quantity }),
  }
  return {
    do: 'change',
    visit,
    details: name !== undefined || note !== undefined,
    ...(priority === undefined ? {} : { priority }),
    ...(asked === undefined ? {} : { request: asked }),
  }
}

/** An empty text forgets. */
function person({ name, note }: ask.ChangeVisit) {
  if (name === undefined && note === undefined) return undefined
  return {
    ...(name === undefined ? {} : { name: name === '' ? null : name }),
    ...(note === undefined ? {} : { note: note === '' ? null : note }),
  }
}
