// A context card: what another system (a case file, an appointment book) tells whoever serves. It
// is personal: it lives with the name and the note, and only that it changed is a fact.
import { route, type Route } from '../../http/route.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import * as ask from '../../protocol/requests.ts'
import { VisitAnswer } from '../../protocol/views.ts'
import type { Commands } from '../commands.ts'
import { askOffice } from './visit-move.ts'

const PROBLEMS: ProblemCode[] = [
  'visit-unknown',
  'not-your-office',
  'move-not-allowed',
  'key-reused',
]

export function cardRoutes(commands: Commands): Route[] {
  const path = '/visits/{visit}/card'
  return [
    route({
      method: 'put',
      path,
      summary: 'Show a card from another system to whoever serves this visit; replaces the last.',
      permission: 'serve',
      body: ask.PutCard,
      answers: { 200: VisitAnswer },
      problems: PROBLEMS,
      handle: (call) => {
        const visit = call.params.visit ?? ''
        return askOffice(commands, call, { do: 'change-card', visit }, { card: call.body })
      },
    }),
    route({
      method: 'delete',
      path,
      summary: 'Forget the card.',
      permission: 'serve',
      body: ask.Nothing,
      answers: { 200: VisitAnswer },
      problems: PROBLEMS,
      handle: (call) => {
        const visit = call.params.visit ?? ''
        return askOffice(commands, call, { do: 'change-card', visit }, { card: null })
      },
    }),
  ]
}
