// How a new kiosk or display comes in: it asks for a code and waits; somebody approves the code.
import { route, type Route } from '../../http/route.ts'
import * as wire from '../../protocol/device-contract.ts'
import type { Commands } from '../commands.ts'
import type { Enrolments } from './enrolments.ts'

export function enrolmentRoutes(commands: Commands, enrolments: Enrolments): Route[] {
  return [
    route({
      method: 'post',
      path: '/enrolments',
      summary: 'A new device asks for a code to show, worth ten minutes.',
      permission: null,
      body: wire.AskEnrolment,
      answers: { 201: wire.Enrolment },
      problems: ['too-many-requests'],
      async handle({ body }) {
        return { status: 201, body: await enrolments.ask(body.kind) }
      },
    }),
    route({
      method: 'post',
      path: '/enrolments/wait',
      summary: 'Answers once the code is approved, with the token; or after 20 s that it waits.',
      permission: null,
      body: wire.AwaitEnrolment,
      answers: { 200: wire.EnrolmentAnswer },
      problems: ['enrolment-unknown', 'too-many-requests'],
      async handle({ body, response }) {
        const gone = new AbortController()
        response.on('close', () => gone.abort())
        return { status: 200, body: await enrolments.wait(body.secret, gone.signal) }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/device-approvals',
      summary: 'Approve the device that shows this code: from now on it is one of the office’s.',
      permission: 'manage-devices',
      body: wire.ApproveDevice,
      answers: { 201: wire.DeviceView },
      problems: [
        'office-unknown',
        'not-your-office',
        'enrolment-unknown',
        'enrolment-used',
        'enrolment-other-kind',
        'too-many-requests',
      ],
      async handle({ params, party, body: { code, kind, name } }) {
        const { state } = await commands.enter(party, params.office ?? '')
        const device = { id: commands.newId(), office: state.office, kind, name }
        await enrolments.approve(code, device)
        return { status: 201, body: device }
      },
    }),
  ]
}
