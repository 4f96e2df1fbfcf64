// Boards of an office, set up by its manager; their displays follow at once.
import { route, type Route } from '../../http/route.ts'
import * as wire from '../../protocol/room-contract.ts'
import { Code } from '../../protocol/fields.ts'
import { AppError } from '../../errors.ts'
import type { Snapshot } from '../../office/asking.ts'
import { boardsOf } from '../../domain/room.ts'
import type { Commands } from '../commands.ts'
import { boardInfo } from './room-rows.ts'

export const OF_OFFICE = ['office-unknown', 'not-your-office'] as const

/** Which office as committed an answer is about. */
export function about({ state }: Pick<Snapshot, 'state'>): { office: string; version: number } {
  return { office: state.office, version: state.seq }
}

export function boardRoutes(commands: Commands): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/boards',
      summary: 'The boards of the office; one usual one where none was set up.',
      permission: 'see-board',
      body: null,
      answers: { 200: wire.BoardsAnswer },
      problems: OF_OFFICE,
      async handle({ params, party }) {
        const office = await commands.enter(party, params.office ?? '')
        const boards = boardsOf(office.state.room, office.state.settings).map(boardInfo)
        return { status: 200, body: { ...about(office), boards } }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/boards/{board}',
      summary: 'Set up a board; its displays follow at once.',
      permission: 'manage-room',
      body: wire.PutBoard,
      answers: { 200: wire.BoardAnswer },
      problems: [
        ...OF_OFFICE,
        ...(['board-unknown', 'service-unknown', 'counter-unknown', 'medium-unknown'] as const),
        ...(['room-full', 'office-not-configured', 'key-reused'] as const),
      ],
      async handle(call) {
        const code = Code.safeParse(call.params.board)
        if (!code.success) throw new AppError('board-unknown')
        const board = { ...call.body, code: code.data }
        const { office } = await commands.ask(call, call.params.office ?? '', {
          do: 'put-board',
          board,
        })
        return { status: 200, body: { ...about(office), board } }
      },
    }),
    route({
      method: 'delete',
      path: '/offices/{office}/boards/{board}',
      summary: 'Take a board away; its displays show the first of those that are left.',
      permission: 'manage-room',
      body: null,
      answers: { 204: null },
      problems: [...OF_OFFICE, 'board-unknown', 'key-reused'],
      async handle(call) {
        const { office = '', board = '' } = call.params
        await commands.ask(call, office, { do: 'remove-board', board })
        return { status: 204 }
      },
    }),
  ]
}
