// An office's settings, read and published. Publishing never drops a waiting visit.
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { Settings, toSettings } from '../../protocol/settings.ts'
import type { Commands } from '../commands.ts'

export function officeRoutes(commands: Commands): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/settings',
      summary: 'What the office is configured to be.',
      permission: 'manage-settings',
      body: null,
      answers: { 200: Settings },
      problems: ['office-unknown', 'not-your-office', 'office-not-configured'],
      async handle({ params, party }) {
        const { state } = await commands.enter(party, params.office ?? '')
        if (!state.settings) throw new AppError('office-not-configured')
        return { status: 200, body: state.settings }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/settings',
      summary: 'Configure the office anew; in force at once.',
      permission: 'manage-settings',
      body: Settings,
      answers: { 200: Settings },
      problems: ['office-unknown', 'not-your-office', 'key-reused', 'settings-in-use'],
      async handle(call) {
        const command = { do: 'configure', settings: toSettings(call.body) } as const
        const { office } = await commands.ask(call, call.params.office ?? '', command)
        return { status: 200, body: office.state.settings }
      },
    }),
  ]
}
