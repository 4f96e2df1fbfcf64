// How the devices are: they say it, desks are told at once; and a device is asked to begin afresh.
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { DeviceReport, DevicesHealth, type DeviceHealth } from '../../protocol/device-contract.ts'
import { Nothing } from '../../protocol/requests.ts'
import type { Commands } from '../commands.ts'
import type { HealthOfDevices } from './device-health.ts'
import type { Devices } from './devices.ts'

export interface HealthParts {
  readonly devices: Devices
  readonly health: HealthOfDevices
  /** Tells every desk of its office. */
  readonly tell: (health: DeviceHealth) => void
  /** Asks a device to begin afresh; false when it is not connected. */
  readonly restart: (device: string) => boolean
}

export function healthRoutes(commands: Commands, parts: HealthParts): Route[] {
  const { devices, health, tell, restart } = parts
  return [
    route({
      method: 'post',
      path: '/devices/self/health',
      summary: 'A device says how it is: when something changes, and each minute.',
      permission: 'report-health',
      body: DeviceReport,
      answers: { 204: null },
      async handle({ party, body }) {
        if (party.kind !== 'device') throw new AppError('not-allowed')
        tell(await health.keep(party, body))
        return { status: 204 }
      },
    }),
    route({
      method: 'get',
      path: '/offices/{office}/device-health',
      summary: 'How the devices of the office are, as they said it last.',
      permission: 'see-desk',
      body: null,
      answers: { 200: DevicesHealth },
      problems: ['office-unknown', 'not-your-office'],
      async handle({ params, party }) {
        const { state } = await commands.enter(party, params.office ?? '')
        return { status: 200, body: { devices: await health.list(state.office) } }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/devices/{device}/restart',
      summary: 'Ask a device to begin afresh. It finishes with whoever stands before it first.',
      permission: 'manage-devices',
      body: Nothing,
      answers: { 204: null },
      problems: ['office-unknown', 'not-your-office', 'device-unknown', 'device-not-connected'],
      async handle({ params, party }) {
        const { state } = await commands.enter(party, params.office ?? '')
        const known = await devices.list(state.office)
        const device = known.find(({ id }) => id === params.device)
        if (!device) throw new AppError('device-unknown')
        if (!restart(device.id)) throw new AppError('device-not-connected')
        return { status: 204 }
      },
    }),
  ]
}
