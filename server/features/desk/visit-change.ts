// What staff change about a visit that is here. Names, contacts and needs go to the table that
// forgets; only that they changed, and whether somebody must not be hurried, is a fact.
import type { Command } from '../../domain/commands.ts'
import { UNHURRIED } from '../../domain/settings.ts'
import { route, type Route } from '../../http/route.ts'
import type { Person } from '../../office/asking.ts'
import * as ask from '../../protocol/requests.ts'
import { VisitAnswer } from '../../protocol/views.ts'
import type { Commands } from '../commands.ts'
import { given } from '../given.ts'
import { askOffice, EVERY_MOVE } from './visit-move.ts'

export function changeRoute(commands: Commands): Route {
  return route({
    method: 'patch',
    path: '/visits/{visit}',
    summary: 'Change priority, a request, the party, the kind of counter, the person’s details.',
    permission: 'serve',
    body: ask.ChangeVisit,
    answers: { 200: VisitAnswer },
    problems: [
      ...EVERY_MOVE,
      'service-unknown',
      'service-withdrawn',
      'request-unknown',
      'priority-unknown',
      'counter-kind-unknown',
    ],
    handle: (call) => {
      const command = changeCommand(call.params.visit ?? '', call.body)
      return askOffice(commands, call, command, personOf(call.body))
    },
  })
}

function changeCommand(visit: string, body: ask.ChangeVisit): Command {
  const { priority, request, party, counterKind, needs } = body
  const visitDetails = given({ party, counterKind, unhurried: needs && isUnhurried(needs) })
  return {
    do: 'change',
    visit,
    details: personOf(body) !== undefined,
    ...(priority === undefined ? {} : { priority }),
    ...(request === undefined ? {} : { request: given(request) }),
    ...(Object.keys(visitDetails).length === 0 ? {} : { visitDetails }),
  }
}

/** Whether one of these needs means that nobody may hurry them. */
export function isUnhurried(needs: Person['needs']): boolean {
  return needs.some((need) => UNHURRIED.includes(need))
}

type PersonGiven = Pick<
  ask.ChangeVisit,
  'name' | 'note' | 'phone' | 'email' | 'needs' | 'mayBeCalledByName'
>

/** What is given of the person, to be written; undefined when nothing is. An empty text forgets. */
export function personOf(body: PersonGiven): Partial<Person> | undefined {
  const { name, note, phone, email, needs, mayBeCalledByName } = body
  const texts = Object.entries(given({ name, note, phone, email }))
  const person = {
    ...Object.fromEntries(texts.map(([field, text]) => [field, text === '' ? null : text])),
    ...(needs === undefined ? {} : { needs: [...new Set(needs)] }),
    ...given({ mayBeCalledByName }),
  }
  return Object.keys(person).length === 0 ? undefined : person
}
