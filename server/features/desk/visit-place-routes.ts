// The moves that decide where and for whom a visit waits.
import type { z } from 'zod'
import type { Command } from '../../domain/commands.ts'
import type { Route } from '../../http/route.ts'
import * as ask from '../../protocol/requests.ts'
import type { Commands } from '../commands.ts'
import { transferRoute } from './transfer-route.ts'
import { moveRoute } from './visit-move.ts'

export function placeRoutes(commands: Commands): Route[] {
  return [
    moveRoute(commands, {
      name: 'return',
      summary: 'Back to the queue, at a chosen place.',
      body: ask.Return,
      command: (visit, { place = 'kept' }) => ({ do: 'return', visit, place }),
    }),
    transferRoute(commands),
    moveRoute(commands, {
      name: 'assign',
      summary: 'Only this agent may call it from now on; null: anybody who takes its service.',
      body: ask.Assign,
      problems: ['agent-unknown'],
      command: (visit, { agent }) => ({ do: 'assign', visit, agent }),
    }),
    moveRoute(commands, {
      name: 'reorder',
      summary: 'Put elsewhere in line by hand, for a reason that stays on record.',
      body: ask.Reorder,
      problems: ['reason-unknown', 'reorder-impossible'],
      command: reorderCommand,
    }),
    moveRoute(commands, {
      name: 'bring-back',
      summary: 'Back in line after a no-show or a leaving of today; the number is kept.',
      body: ask.BringBack,
      command: (visit, { place = 'kept' }) => ({ do: 'bring-back', visit, place }),
    }),
  ]
}

function reorderCommand(visit: string, body: z.output<typeof ask.Reorder>): Command {
  const { before, place = 'last', reason } = body
  return { do: 'reorder', visit, to: before === undefined ? place : { before }, reason }
}
