// A manager stops tickets, for a service or for the whole office, and lets people in again. Those who
// hold a ticket are served all the same.
import type { Command } from '../../domain/commands.ts'
import type { Party } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import { ResumeIntake, StopIntake } from '../../protocol/requests.ts'
import { IntakeAnswer } from '../../protocol/views.ts'
import type { Commands } from '../commands.ts'
import { given } from '../given.ts'
import { intakeRow } from './intake-row.ts'

const OFFICE: ProblemCode[] = ['office-unknown', 'not-your-office', 'key-reused']

export function intakeRoutes(commands: Commands): Route[] {
  async function ask(
    call: Pick<Call<unknown>, 'key' | 'params'> & { party: Party },
    command: Command,
  ): Promise<IntakeAnswer> {
    const { office, seq } = await commands.ask(call, call.params.office ?? '', command)
    const intake = intakeRow(office)
    if (!intake) throw new AppError('office-not-configured')
    return { office: office.state.office, version: seq, intake }
  }

  return [
    route({
      method: 'post',
      path: '/offices/{office}/intake/stop',
      summary:
        'No more tickets at kiosks, for a service or for the whole office. Staff may still add.',
      permission: 'overrule',
      body: StopIntake,
      answers: { 200: IntakeAnswer },
      problems: [...OFFICE, 'service-unknown', 'times-impossible'],
      async handle(call) {
        const { service = null, reason, until } = call.body
        const by = until === undefined ? undefined : Date.parse(until)
        const command = { do: 'stop-intake', service, reason, ...given({ until: by }) } as const
        return { status: 200, body: await ask(call, command) }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/intake/resume',
      summary: 'Tickets again, where they were stopped. The next day they are by themselves.',
      permission: 'overrule',
      body: ResumeIntake,
      answers: { 200: IntakeAnswer },
      problems: OFFICE,
      async handle(call) {
        const { service = null } = call.body
        return { status: 200, body: await ask(call, { do: 'resume-intake', service }) }
      },
    }),
  ]
}
