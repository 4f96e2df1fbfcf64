// Help, at once: an agent calls, colleagues say that they are coming, and it is over. Open to all
// who may see the desk, since whoever sees an alarm may be the one who can come.
import type { Command } from '../../domain/commands.ts'
import type { Party } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import { Nothing } from '../../protocol/requests.ts'
import { AlarmAnswer } from '../../protocol/views.ts'
import type { Commands } from '../commands.ts'

const OFFICE: ProblemCode[] = ['office-unknown', 'not-your-office', 'key-reused']

export function alarmRoutes(commands: Commands): Route[] {
  function answer(which: 'accept' | 'end', summary: string): Route {
    return route({
      method: 'post',
      path: `/offices/{office}/alarms/{alarm}/${which}`,
      summary,
      permission: 'see-desk',
      body: Nothing,
      answers: { 200: AlarmAnswer },
      problems: [...OFFICE, 'alarm-unknown'],
      async handle(call) {
        const alarm = call.params.alarm ?? ''
        const { office, seq } = await ask(call, { do: `${which}-help`, alarm })
        return { status: 200, body: { office: office.state.office, version: seq, alarm } }
      },
    })
  }

  function ask(call: Pick<Call<unknown>, 'key' | 'params'> & { party: Party }, command: Command) {
    return commands.ask(call, call.params.office ?? '', command)
  }

  return [
    route({
      method: 'post',
      path: '/offices/{office}/alarms',
      summary: 'Call colleagues for help: every desk of the office shows it. Once for each agent.',
      permission: 'see-desk',
      body: Nothing,
      answers: { 201: AlarmAnswer },
      problems: [...OFFICE, 'alarm-unknown'],
      async handle(call) {
        const command = { do: 'call-help', alarm: commands.newId() } as const
        const { office, seq } = await ask(call, command)
        const mine = office.state.alarms.find(({ agent }) => agent === call.party.id)
        // Asked again under the same key when it was over already.
        if (!mine) throw new AppError('alarm-unknown')
        const body = { office: office.state.office, version: seq, alarm: mine.id }
        return { status: 201, body }
      },
    }),
    answer('accept', 'Say that you are coming.'),
    answer('end', 'Say that it is over.'),
  ]
}
