// What a citizen does on a phone, by the link of their ticket and nothing else.
import { z } from 'zod'
import type { Command } from '../../domain/commands.ts'
import { AppError } from '../../errors.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import type { TicketPublisher } from '../../live/ticket-publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import { TicketView } from '../../protocol/ticket-view.ts'
import type { Commands, Happened } from '../commands.ts'
import { followed } from './ticket-gate.ts'
import type { TicketLinks } from './ticket-links.ts'

const Nothing = z.strictObject({})

export interface TicketParts {
  readonly commands: Commands
  readonly links: TicketLinks
  readonly publisher: TicketPublisher<Snapshot>
}

export function ticketRoutes(parts: TicketParts): Route[] {
  return [
    viewRoute(parts),
    actRoute(parts, 'leave', 'Leave the queue.', (visit) => ({
      do: 'leave',
      visit,
      by: 'citizen',
    })),
    actRoute(
      parts,
      'more-time',
      'Let a few others go first: never further ahead than before, twice at most.',
      (visit) => ({ do: 'more-time', visit }),
      ['more-time-used', 'nobody-behind'],
    ),
  ]
}

function viewRoute({ commands, links, publisher }: TicketParts): Route {
  return route({
    method: 'get',
    path: '/tickets/{token}',
    summary: 'A ticket, to whoever has its link.',
    permission: null,
    body: null,
    answers: { 200: TicketView },
    problems: ['ticket-unknown'],
    async handle({ params }) {
      const { visit, office } = await followed(commands, links, params.token ?? '')
      const { state } = office
      const view = publisher.view(state.office, visit, office, state.seq)
      if (!view) throw new AppError('ticket-unknown')
      return { status: 200, body: view }
    },
  })
}

function actRoute(
  parts: TicketParts,
  name: string,
  summary: string,
  command: (visit: string) => Command,
  problems: readonly ProblemCode[] = [],
): Route {
  return route({
    method: 'post',
    path: `/tickets/{token}/${name}`,
    summary,
    permission: null,
    body: Nothing,
    answers: { 200: TicketView },
    problems: ['ticket-unknown', 'move-not-allowed', 'key-reused', ...problems],
    handle: (call) => act(parts, call, command),
  })
}

/** Does something with the visit that the link follows, and answers its ticket as it then is. */
export async function act(
  { commands, links, publisher }: TicketParts,
  { params, key }: Pick<Call<unknown>, 'params' | 'key'>,
  command: (visit: string) => Command,
): Promise<{ status: number; body: TicketView }> {
  const { visit, office } = await followed(commands, links, params.token ?? '')
  const by = { actor: { kind: 'citizen', id: visit }, mayOverrule: false } as const
  const happened: Happened = await commands.askAs(by, key, office.state.office, command(visit))
  const { state } = happened.office
  const view = publisher.view(state.office, visit, happened.office, happened.seq)
  if (!view) throw new AppError('ticket-unknown')
  return { status: 200, body: view }
}
