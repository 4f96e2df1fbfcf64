// Enrolling kiosks and displays, and taking their power away.
import { z } from 'zod'
import { DEVICE_KINDS } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { DeviceName, DeviceView } from '../../protocol/device-contract.ts'
import type { Commands } from '../commands.ts'
import type { Devices } from './devices.ts'

const NewDevice = z.strictObject({ kind: z.enum(DEVICE_KINDS), name: DeviceName })
const Enrolled = DeviceView.extend({ token: z.string().describe('What the device shows: Bearer') })

export function deviceRoutes(
  commands: Commands,
  devices: Devices,
  onRevoked: (id: string) => void,
): Route[] {
  const problems = ['office-unknown', 'not-your-office'] as const
  return [
    route({
      method: 'get',
      path: '/offices/{office}/devices',
      summary: 'The devices enrolled in the office.',
      permission: 'manage-devices',
      body: null,
      answers: { 200: z.object({ devices: z.array(DeviceView) }) },
      problems,
      async handle({ params, party }) {
        const { state } = await commands.enter(party, params.office ?? '')
        return { status: 200, body: { devices: await devices.list(state.office) } }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/devices',
      summary: 'Enrol a kiosk or a display.',
      permission: 'manage-devices',
      body: NewDevice,
      answers: { 201: Enrolled },
      problems,
      async handle({ params, party, body }) {
        const { state } = await commands.enter(party, params.office ?? '')
        const device = { id: commands.newId(), office: state.office, ...body }
        await devices.enrol(device)
        return { status: 201, body: { ...device, token: devices.tokenOf(device.id) } }
      },
    }),
    route({
      method: 'delete',
      path: '/offices/{office}/devices/{device}',
      summary: 'Revoke a device: its token is worth nothing from now on.',
      permission: 'manage-devices',
      body: null,
      answers: { 204: null },
      problems: [...problems, 'route-unknown'],
      async handle({ params, party }) {
        const { state } = await commands.enter(party, params.office ?? '')
        const id = params.device ?? ''
        if (!(await devices.revoke(state.office, id))) {
          throw new AppError('route-unknown', { detail: 'The office has no such device' })
        }
        onRevoked(id)
        return { status: 204 }
      },
    }),
  ]
}
