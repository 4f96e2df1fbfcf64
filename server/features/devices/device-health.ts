// What each device said last of itself. Kept in the database, so that a restarted server knows it.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import type { DeviceKind, Party } from '../../domain/permissions.ts'
import type { DeviceHealth, DeviceReport } from '../../protocol/device-contract.ts'

interface HealthRow {
  device_id: string
  report: string
  heard_at: number
}

type Joined = HealthRow & { office_id: string; kind: DeviceKind; name: string }
export type DeviceParty = Extract<Party, { kind: 'device' }>

export class HealthOfDevices {
  private readonly db: Database
  private readonly clock: Clock

  constructor(db: Database, clock: Clock) {
    this.db = db
    this.clock = clock
  }

  /** Keeps what a device says of itself in the place of what it said before. */
  async keep(device: DeviceParty, report: DeviceReport): Promise<DeviceHealth> {
    const heardAt = this.clock.now()
    await this.db
      .knex<HealthRow>('device_health')
      .insert({ device_id: device.id, report: JSON.stringify(report), heard_at: heardAt })
      .onConflict('device_id')
      .merge()
    const { id, office, device: kind, name } = device
    return { device: id, office, kind, name, ...report, heardAt: new Date(heardAt).toISOString() }
  }

  /** Of the enrolled devices of the office that have ever said something. */
  async list(office: string): Promise<DeviceHealth[]> {
    const rows: Joined[] = await this.db
      .reader('device_health')
      .join('devices', 'devices.id', 'device_health.device_id')
      .where('devices.office_id', office)
      .whereNull('devices.revoked_at')
      .orderBy(['devices.kind', 'devices.created_at'])
      .select('device_health.*', 'devices.office_id', 'devices.kind', 'devices.name')
    return rows.map(({ device_id: device, office_id, kind, name, report, heard_at }) => ({
      ...{ device, office: office_id, kind, name },
      ...(JSON.parse(report) as DeviceReport),
      heardAt: new Date(heard_at).toISOString(),
    }))
  }
}
