// How a move of a visit is asked for over HTTP: one declaration, one atomic command, the visit as
// it then is. Which office it is in is the visit's own affair.
import type { z } from 'zod'
import type { Command } from '../../domain/commands.ts'
import type { Party, Permission } from '../../domain/permissions.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import type { Ask } from '../../office/asking.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import { TicketAnswer, VisitAnswer } from '../../protocol/views.ts'
import { arrivalAnswer } from '../answers.ts'
import type { Commands } from '../commands.ts'

/** What any move may be refused as. */
export const EVERY_MOVE: readonly ProblemCode[] = [
  'visit-unknown',
  'not-your-office',
  'move-not-allowed',
  'visit-with-other-agent',
  'key-reused',
]

export type Asking = Pick<Call<unknown>, 'key' | 'params'> & { party: Party }

/** Asks the visit's own office for `command`. */
export async function askOffice(
  commands: Commands,
  call: Asking,
  command: Command,
  person?: Ask['person'],
) {
  const visit = call.params.visit ?? ''
  const office = await commands.officeOf(visit)
  const happened = await commands.ask(call, office, command, person)
  return { status: 200, body: arrivalAnswer(call.party, happened, visit) }
}

interface Move<Body extends z.ZodType> {
  readonly name: string
  readonly summary: string
  readonly body: Body
  readonly problems?: readonly ProblemCode[]
  /** Absent: whoever serves. */
  readonly permission?: Permission
  readonly command: (visit: string, body: z.output<Body>, party: Party) => Command
}

/** The route of a move: `POST /visits/{visit}/{name}`. */
export function moveRoute<Body extends z.ZodType>(commands: Commands, move: Move<Body>): Route {
  const { name, summary, body, problems = [], permission = 'serve' } = move
  return route<Body>({
    method: 'post',
    path: `/visits/{visit}/${name}`,
    summary,
    permission,
    body,
    answers: { 200: permission === 'add-visit' ? VisitAnswer.or(TicketAnswer) : VisitAnswer },
    problems: [...EVERY_MOVE, ...problems],
    handle: (call) => {
      const asked = call.body as z.output<Body>
      const command = move.command(call.params.visit ?? '', asked, call.party)
      return askOffice(commands, call, command)
    },
  })
}
