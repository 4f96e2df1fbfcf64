// What a greeter tells and asks of the floor: how many stand at the door, what people come for.
import type { Database } from '../../db/connect.ts'
import { route, type Route } from '../../http/route.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import { CountDoor } from '../../protocol/requests.ts'
import { FrequentServices, OfficeDoor } from '../../protocol/views.ts'
import type { Commands } from '../commands.ts'
import { frequentServices } from './frequent-services.ts'

const OFFICE: ProblemCode[] = ['office-unknown', 'not-your-office']

export function floorRoutes(commands: Commands, db: Database): Route[] {
  return [
    route({
      method: 'put',
      path: '/offices/{office}/door',
      summary: 'Say how many people stand in line at the door now, without a ticket.',
      permission: 'serve',
      body: CountDoor,
      answers: { 200: OfficeDoor },
      problems: [...OFFICE, 'key-reused'],
      async handle(call) {
        const { people } = call.body
        const command = { do: 'count-door', people } as const
        const { office, seq } = await commands.ask(call, call.params.office ?? '', command)
        return { status: 200, body: { office: office.state.office, version: seq, people } }
      },
    }),
    route({
      method: 'get',
      path: '/offices/{office}/frequent-services',
      summary: 'What the last 100 visits came for, the most frequent first.',
      permission: 'see-kiosk',
      body: null,
      answers: { 200: FrequentServices },
      problems: OFFICE,
      async handle({ params, party }) {
        const office = params.office ?? ''
        const { state } = await commands.enter(party, office)
        const asked = await frequentServices(db.reader, office, state.seq)
        const offered = new Set(
          state.settings?.services.flatMap((each) => (each.withdrawn ? [] : [each.code])),
        )
        return { status: 200, body: { services: asked.filter((code) => offered.has(code)) } }
      },
    }),
  ]
}
