// The bad morning: tickets of a paper roll, typed in afterwards with their true times.
import { ORDINARY } from '../../domain/settings.ts'
import { route, type Route } from '../../http/route.ts'
import { NewPaperTicket } from '../../protocol/requests.ts'
import { VisitAnswer } from '../../protocol/views.ts'
import { visitAnswer } from '../answers.ts'
import type { Commands } from '../commands.ts'
import { personOf } from '../desk/visit-change.ts'
import { given } from '../given.ts'
import { askedFor } from './check-in-routes.ts'

export function paperRoutes(commands: Commands): Route[] {
  return [
    route({
      method: 'post',
      path: '/offices/{office}/paper-tickets',
      summary: 'Write down one ticket of a paper roll, with the times at which it all happened.',
      permission: 'serve',
      body: NewPaperTicket,
      answers: { 201: VisitAnswer },
      problems: [
        'office-unknown',
        'not-your-office',
        'service-unknown',
        'priority-unknown',
        'counter-unknown',
        'counter-needed',
        'number-taken',
        'times-impossible',
        'key-reused',
      ],
      async handle(call) {
        const { number, requests, arrivedAt, begunAt, endedAt, ended, counter } = call.body
        const visit = commands.newId()
        const happened = await commands.ask(
          call,
          call.params.office ?? '',
          {
            do: 'enter-paper-ticket',
            visit,
            number,
            requests: askedFor(requests),
            language: call.body.language ?? 'en',
            priority: call.body.priority ?? ORDINARY,
            arrivedAt: Date.parse(arrivedAt),
            ...given({ begunAt: instant(begunAt), endedAt: instant(endedAt), ended, counter }),
          },
          personOf(call.body),
        )
        return { status: 201, body: visitAnswer(happened, happened.visit ?? visit) }
      },
    }),
  ]
}

function instant(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text)
}
