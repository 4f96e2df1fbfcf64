// The door of the office: a citizen checks in at a kiosk, or a greeter does it for them.
import type { ArrivedVia } from '../../domain/facts.ts'
import type { Party } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { NewVisit } from '../../protocol/requests.ts'
import { TicketAnswer, VisitAnswer } from '../../protocol/views.ts'
import { arrivalAnswer } from '../answers.ts'
import type { Commands } from '../commands.ts'

export function checkInRoutes(commands: Commands): Route[] {
  return [
    route({
      method: 'post',
      path: '/offices/{office}/visits',
      summary: 'Check in: a visit begins, with a ticket number. A kiosk is answered its ticket.',
      permission: 'add-visit',
      body: NewVisit,
      answers: { 201: VisitAnswer.or(TicketAnswer) },
      problems: [
        'office-unknown',
        'not-your-office',
        'service-unknown',
        'counter-unknown',
        'counter-taken',
        'agent-busy',
        'key-reused',
      ],
      async handle(call) {
        const { body, party } = call
        if (party.kind === 'device') refuseForDevices(body)
        const visit = commands.newId()
        const happened = await commands.ask(
          call,
          call.params.office ?? '',
          {
            do: 'arrive',
            visit,
            requests: body.requests.map(({ service, channel, quantity }) => ({
              service,
              channel: channel ?? 'in-person',
              quantity: quantity ?? 1,
            })),
            language: body.language ?? 'en',
            priority: body.priority ?? 'normal',
            via: arrivedVia(party),
            ...(body.serveAt === undefined ? {} : { serveAt: body.serveAt }),
          },
          personOf(body),
        )
        const id = happened.visit ?? visit
        return { status: 201, body: arrivalAnswer(party, happened, id) }
      },
    }),
  ]
}

function arrivedVia(party: Party): ArrivedVia {
  return party.kind === 'device' ? 'kiosk' : 'greeter'
}

function personOf({ name, note }: NewVisit) {
  if (name === undefined && note === undefined) return undefined
  return { name: name ?? null, note: note ?? null }
}

/** Who comes first, and who serves, is for staff to say. */
function refuseForDevices(body: NewVisit): void {
  const field = (['priority', 'serveAt', 'note'] as const).find((name) => body[name] !== undefined)
  if (field) throw new AppError('not-allowed', { detail: `Only staff may give ${field}` })
}
