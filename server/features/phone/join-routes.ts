// Joining by phone: in the room by the code on its board, from afar by the office's page; and coming
// in afterwards, which that code or a kiosk proves.
import type { Clock } from '../../clock.ts'
import { ORDINARY } from '../../domain/settings.ts'
import { AppError } from '../../errors.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import { ArriveByCode, Join, JoinView } from '../../protocol/join-view.ts'
import * as ask from '../../protocol/requests.ts'
import { TicketView } from '../../protocol/ticket-view.ts'
import { TicketAnswer } from '../../protocol/views.ts'
import { ticketAnswer } from '../answers.ts'
import { moveRoute } from '../desk/visit-move.ts'
import { joinView } from './join-view.ts'
import type { RoomCodes } from './room-codes.ts'
import { followed } from './ticket-gate.ts'
import { act, type TicketParts } from './ticket-routes.ts'

export interface JoinParts extends TicketParts {
  readonly codes: RoomCodes
  readonly clock: Clock
}

export function joinRoutes(parts: JoinParts): Route[] {
  return [viewRoute(parts), joinRoute(parts), arriveByCode(parts), arriveRoute(parts)]
}

/** Whoever joins has no name yet: their keys are told apart by being as long as a key can be made. */
const JOINING = { kind: 'citizen', id: 'joining' } as const
const KEY_LEAST = 20

function viewRoute({ commands, clock }: JoinParts): Route {
  return route({
    method: 'get',
    path: '/offices/{office}/join',
    summary: 'What people may join this office for by phone, now.',
    permission: null,
    body: null,
    answers: { 200: JoinView },
    problems: ['office-unknown'],
    async handle({ params }) {
      const office = await commands.open(params.office ?? '')
      const view = office && joinView(office, clock.now())
      if (!view) throw new AppError('office-unknown')
      return { status: 200, body: view }
    },
  })
}

function joinRoute(parts: JoinParts): Route {
  return route({
    method: 'post',
    path: '/offices/{office}/join',
    summary: 'Join by phone: waiting at once with the code on the board, expected without.',
    permission: null,
    body: Join,
    answers: { 201: TicketAnswer },
    problems: [
      ...(['office-unknown', 'room-code-wrong', 'joining-closed', 'joining-full'] as const),
      ...(['service-unknown', 'service-withdrawn', 'office-closed', 'service-paused'] as const),
      ...(['quota-reached', 'key-reused', 'too-many-requests'] as const),
    ],
    async handle({ body, params, key }) {
      const { commands, links } = parts
      const { service, language = 'en', code } = body
      const office = params.office ?? ''
      if (!(await commands.open(office))) throw new AppError('office-unknown')
      if (code !== undefined) inRoom(parts, office, code)
      const visit = commands.newId()
      const command = {
        do: 'arrive',
        visit,
        requests: [{ service, channel: 'in-person', quantity: 1 }],
        language,
        priority: ORDINARY,
        via: 'phone',
        ...(code === undefined ? { expected: true as const } : {}),
      } as const
      const by = { actor: JOINING, mayOverrule: false }
      const happened = await commands.askAs(by, ownKey(key), office, command)
      const id = happened.visit ?? visit
      return { status: 201, body: ticketAnswer(happened, id, (each) => links.pathOf(each)) }
    },
  })
}

function arriveByCode(parts: JoinParts): Route {
  return route({
    method: 'post',
    path: '/tickets/{token}/arrive',
    summary: 'Is here, by the code on the board: who was expected waits from now on.',
    permission: null,
    body: ArriveByCode,
    answers: { 200: TicketView },
    problems: ['ticket-unknown', 'room-code-wrong', 'move-not-allowed', 'key-reused'],
    async handle(call) {
      const { office } = await followed(parts.commands, parts.links, call.params.token ?? '')
      inRoom(parts, office.state.office, call.body.code)
      return act(parts, call, (visit) => ({ do: 'be-present', visit }))
    },
  })
}

function arriveRoute({ commands }: JoinParts): Route {
  return moveRoute(commands, {
    name: 'arrive',
    summary: 'Who joined from afar is here: seen by staff, or at a kiosk.',
    body: ask.Nothing,
    permission: 'add-visit',
    command: (visit) => ({ do: 'be-present', visit }),
  })
}

function inRoom({ codes, clock }: JoinParts, office: string, code: string): void {
  if (!codes.isCurrent(office, code, clock.now())) throw new AppError('room-code-wrong')
}

/** A key that somebody else might choose too would show them a ticket that is not theirs. */
function ownKey(key: Call<unknown>['key']): Call<unknown>['key'] {
  if (key === null || key.value.length >= KEY_LEAST) return key
  const message = `at least ${KEY_LEAST} characters, for who has not signed in`
  throw new AppError('invalid-input', { fields: [{ path: 'Idempotency-Key', message }] })
}
