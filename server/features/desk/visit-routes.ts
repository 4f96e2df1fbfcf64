// The moves of one visit: called, served, put aside, finished.
import type { z } from 'zod'
import { route, type Route } from '../../http/route.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import * as ask from '../../protocol/requests.ts'
import { VisitAnswer } from '../../protocol/views.ts'
import { visitAnswer } from '../answers.ts'
import type { Commands } from '../commands.ts'
import { given } from '../given.ts'
import { cardRoutes } from './card-routes.ts'
import { changeRoute } from './visit-change.ts'
import { moveRoute } from './visit-move.ts'
import { placeRoutes } from './visit-place-routes.ts'

const TAKING: readonly ProblemCode[] = [
  'counter-needed',
  'counter-unknown',
  'counter-taken',
  'agent-busy',
  'agent-not-available',
  'visit-not-for-you',
]

export function visitRoutes(commands: Commands): Route[] {
  return [
    visitRoute(commands),
    ...counterRoutes(commands),
    ...requestRoutes(commands),
    ...endRoutes(commands),
    ...placeRoutes(commands),
    changeRoute(commands),
    ...cardRoutes(commands),
  ]
}

function visitRoute(commands: Commands): Route {
  return route({
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
  })
}

function counterRoutes(commands: Commands): Route[] {
  return [
    moveRoute(commands, {
      name: 'call',
      summary: 'Call this visit to your counter.',
      body: ask.Call,
      problems: TAKING,
      command: (visit, body) => ({ do: 'call', visit, ...given(body) }),
    }),
    moveRoute(commands, {
      name: 'recall',
      summary: 'Announce the call again; no clock moves. Once too often is a no-show.',
      body: ask.Nothing,
      command: (visit) => ({ do: 'recall', visit }),
    }),
    moveRoute(commands, {
      name: 'begin',
      summary: 'Begin service.',
      body: ask.Begin,
      problems: TAKING,
      command: (visit, body) => ({ do: 'begin', visit, ...given(body) }),
    }),
    moveRoute(commands, {
      name: 'hold',
      summary: 'Put aside, to be taken up again.',
      body: ask.Hold,
      problems: ['reason-unknown'],
      command: (visit, { backAt, ...body }) => ({
        do: 'hold',
        visit,
        ...given(body),
        ...(backAt === undefined ? {} : { backAt: Date.parse(backAt) }),
      }),
    }),
  ]
}

function requestRoutes(commands: Commands): Route[] {
  return [
    moveRoute(commands, {
      name: 'requests',
      summary: 'Add a request to the visit being served, or make an earlier one current again.',
      body: ask.AddRequest,
      problems: ['service-unknown', 'service-withdrawn', 'request-unknown'],
      command: requestCommand,
    }),
    moveRoute(commands, {
      name: 'finish',
      summary: 'Finish the current request, and the visit when it is the last.',
      body: ask.Finish,
      problems: ['outcome-needed', 'outcome-unknown'],
      command: (visit, body) => ({ do: 'finish', visit, ...given(body) }),
    }),
    moveRoute(commands, {
      name: 'mark-times-wrong',
      summary: 'Say that the times of this visit are not right.',
      body: ask.Nothing,
      command: (visit) => ({ do: 'mark-times-wrong', visit }),
    }),
  ]
}

function requestCommand(visit: string, body: z.output<typeof ask.AddRequest>) {
  const { service, channel = 'in-person', quantity = 1, current = 0, afterwards = false } = body
  if (service === undefined) return { do: 'switch-request', visit, request: current } as const
  return { do: 'add-request', visit, request: { service, channel, quantity }, afterwards } as const
}

function endRoutes(commands: Commands): Route[] {
  return [
    moveRoute(commands, {
      name: 'no-show',
      summary: 'Called, and did not come: waits again, or is over, as the office has it.',
      body: ask.Nothing,
      command: (visit) => ({ do: 'no-show', visit }),
    }),
    moveRoute(commands, {
      name: 'leave',
      summary: 'Leaves without being served.',
      body: ask.Nothing,
      permission: 'add-visit',
      command: (visit, _body, party) => ({
        do: 'leave',
        visit,
        by: party.kind === 'device' ? 'citizen' : 'staff',
      }),
    }),
    moveRoute(commands, {
      name: 'undo',
      summary: 'Take back your last step on this visit, within 60 s.',
      body: ask.Nothing,
      problems: ['nothing-to-undo', 'undo-too-late', 'undo-not-yours', 'undo-overtaken'],
      permission: 'add-visit',
      command: (visit) => ({ do: 'undo', visit }),
    }),
  ]
}
