// Boards of an office, set up by its manager; their displays follow at once.
import { route, type Route } from '../../http/route.ts'
import * as wire from '../../protocol/room-contract.ts'
import { Code } from '../../protocol/fields.ts'
import { AppError } from '../../errors.ts'
import type { Snapshot } from '../../office/asking.ts'
import { boardsOf, type Board } from '../../domain/room.ts'
import type { OfficeState } from '../../domain/state.ts'
import type { Commands } from '../commands.ts'
import type { Devices } from '../devices/devices.ts'
import { boardInfo } from './room-rows.ts'

export const OF_OFFICE = ['office-unknown', 'not-your-office'] as const

/** Which office as committed an answer is about. */
export function about({ state }: Pick<Snapshot, 'state'>): { office: string; version: number } {
  return { office: state.office, version: state.seq }
}

export function boardRoutes(commands: Commands, devices: Pick<Devices, 'list'>): Route[] {
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
        ...(['device-unknown', 'room-full', 'office-not-configured', 'key-reused'] as const),
      ],
      async handle(call) {
        const code = Code.safeParse(call.params.board)
        if (!code.success) throw new AppError('board-unknown')
        const board = { ...call.body, code: code.data }
        const { state } = await commands.enter(call.party, call.params.office ?? '')
        await expectDisplays(state, board, devices)
        const { office } = await commands.ask(call, state.office, { do: 'put-board', board })
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

/**
 * Throws `device-unknown` when a display that this board is newly bound to is none of the office's. One
 * that it had stays nameable: it may have been revoked since, and the rest must still be changeable.
 */
async function expectDisplays(
  { office, room }: Pick<OfficeState, 'office' | 'room'>,
  { code, devices: wanted }: Pick<Board, 'code' | 'devices'>,
  devices: Pick<Devices, 'list'>,
): Promise<void> {
  const before = room.boards.find((board) => board.code === code)?.devices ?? []
  const added = wanted.filter((id) => !before.includes(id))
  if (added.length === 0) return
  const displays = (await devices.list(office)).filter(({ kind }) => kind === 'display')
  const stranger = added.find((id) => !displays.some((display) => display.id === id))
  if (stranger !== undefined)
    throw new AppError('device-unknown', { details: { device: stranger } })
}
