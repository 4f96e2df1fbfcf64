// A visit goes to another service, counter or agent of its office, or to another office.
import type { z } from 'zod'
import { route, type Route } from '../../http/route.ts'
import * as ask from '../../protocol/requests.ts'
import { VisitAnswer } from '../../protocol/views.ts'
import { visitAnswer } from '../answers.ts'
import type { Commands } from '../commands.ts'
import { given } from '../given.ts'
import { askOffice, EVERY_MOVE, type Asking } from './visit-move.ts'

type Transfer = z.output<typeof ask.Transfer>

export function transferRoute(commands: Commands): Route {
  return route({
    method: 'post',
    path: '/visits/{visit}/transfer',
    summary: 'To a service, a counter, an agent or an office; number and arrival are kept.',
    permission: 'serve',
    body: ask.Transfer,
    answers: { 200: VisitAnswer },
    problems: [
      ...EVERY_MOVE,
      'service-unknown',
      'service-withdrawn',
      'counter-unknown',
      'agent-unknown',
      'office-unknown',
      'same-office',
      'office-closed-to-transfer',
      'number-taken',
    ],
    handle: (call) => {
      const { office, place = 'kept', ...to } = call.body
      if (office !== undefined) return send(commands, call, office, to)
      const visit = call.params.visit ?? ''
      return askOffice(commands, call, { do: 'transfer', visit, to: given(to), place })
    },
  })
}

/** Asked again after a cut, the visit is in the other office already: the key tells what happened. */
async function send(commands: Commands, call: Asking, office: string, { service }: Transfer) {
  const visit = call.params.visit ?? ''
  const isThere = (await commands.officeOf(visit)) === office
  const done = isThere ? await commands.again(call) : null
  if (done) return { status: 200, body: visitAnswer(done, visit) }
  return askOffice(commands, call, { do: 'send', visit, office, ...given({ service }) })
}
