// The door of the office: a citizen checks in at a kiosk, or a greeter does it for them.
import type { z } from 'zod'
import type { ArrivalDetails, ArrivedVia, AskedFor } from '../../domain/facts.ts'
import type { Party } from '../../domain/permissions.ts'
import { ORDINARY, type Asks, type Language, type OfficeSettings } from '../../domain/settings.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import type { Person } from '../../office/asking.ts'
import * as ask from '../../protocol/requests.ts'
import { TicketAnswer, VisitAnswer } from '../../protocol/views.ts'
import { arrivalAnswer, type PathOf } from '../answers.ts'
import type { Commands } from '../commands.ts'
import { isUnhurried, personOf } from '../desk/visit-change.ts'
import { given } from '../given.ts'
import { answersCard } from './answers-card.ts'

export function checkInRoutes(commands: Commands, pathOf: PathOf): Route[] {
  return [
    route({
      method: 'post',
      path: '/offices/{office}/visits',
      summary: 'Check in: a visit begins, with a ticket number. A kiosk is answered its ticket.',
      permission: 'add-visit',
      body: ask.NewVisit,
      answers: { 201: VisitAnswer.or(TicketAnswer) },
      problems: [
        'office-unknown',
        'not-your-office',
        'service-unknown',
        'service-withdrawn',
        'office-closed',
        'service-paused',
        'quota-reached',
        'priority-unknown',
        'counter-kind-unknown',
        'counter-unknown',
        'counter-taken',
        'agent-busy',
        'agent-not-available',
        'visit-not-for-you',
        'key-reused',
      ],
      async handle(call) {
        const { body, party } = call
        const office = call.params.office ?? ''
        const { settings } = (await commands.enter(party, office)).state
        if (party.kind === 'device') refuseForDevices(body, settings?.asks)
        const visit = commands.newId()
        const command = {
          do: 'arrive',
          visit,
          requests: askedFor(body.requests),
          language: body.language ?? 'en',
          priority: body.priority ?? ORDINARY,
          via: arrivedVia(party),
          details: detailsOf(body),
          ...given({ serveAt: body.serveAt }),
        } as const
        const person = whoIsHere(settings, body, command.language)
        const happened = await commands.ask(call, office, command, person)
        const id = happened.visit ?? visit
        return { status: 201, body: arrivalAnswer(party, happened, id, pathOf) }
      },
    }),
  ]
}

/** The requests as the rules know them: in person and once, unless it is said otherwise. */
export function askedFor(requests: readonly z.output<typeof ask.AskedFor>[]): AskedFor[] {
  return requests.map(({ service, channel = 'in-person', quantity = 1 }) => {
    return { service, channel, quantity }
  })
}

/** What is kept of the person, to be forgotten: what they gave, and what they answered. */
export function whoIsHere(
  settings: OfficeSettings | null,
  body: ask.NewVisit,
  language: Language,
): Partial<Person> | undefined {
  const card = settings && answersCard(settings, body, language)
  return card ? { ...personOf(body), card } : personOf(body)
}

export function detailsOf(body: ask.NewVisit): ArrivalDetails {
  const { party, counterKind, needs = [], bookedAt, preparation } = body
  return {
    ...given({ party, counterKind, preparation }),
    ...(bookedAt === undefined ? {} : { bookedAt: Date.parse(bookedAt) }),
    ...(isUnhurried(needs) ? { unhurried: true } : {}),
  }
}

function arrivedVia(party: Party): ArrivedVia {
  return party.kind === 'device' ? 'kiosk' : 'greeter'
}

/** Who comes first, where, and who serves, is for staff to say. */
const STAFF_ONLY = [
  ...(['priority', 'serveAt', 'note', 'party', 'counterKind', 'bookedAt'] as const),
  ...(['email', 'preparation'] as const),
]

/** People leave a number to call them only where the office asks for one. */
export function refuseForDevices(body: ask.NewVisit, asks: Asks | undefined): void {
  const notAsked = asks?.phone ? [] : (['phone'] as const)
  const field = [...STAFF_ONLY, ...notAsked].find((name) => body[name] !== undefined)
  if (field) throw new AppError('not-allowed', { detail: `Only staff may give ${field}` })
}
