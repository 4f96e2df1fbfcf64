// A seeded office whose server is a process of its own, always at the same address: killed and begun again
// while screens are open. Its clock goes on meanwhile.
import assert from 'node:assert/strict'
import { createApi, type Api } from '#protocol/api'
import { freePort } from '../../server/cli/simulate/free-port.ts'
import { runningClock } from '../../server/clock.ts'
import { connect } from '../../server/db/connect.ts'
import type { DeviceKind } from '../../server/domain/permissions.ts'
import { Devices } from '../../server/features/devices/devices.ts'
import { sqliteOnly, type FreshDatabase } from './databases.ts'
import { OPENING, PASSWORD, seeded } from './seeded.ts'
import { SECRET, startServer, type ServerProcess } from './server-process.ts'

export class KillableOffice {
  readonly origin: string
  private readonly database: FreshDatabase
  private readonly port: number
  private readonly begunAt = performance.now()
  private server: ServerProcess | null = null

  private constructor(database: FreshDatabase, port: number) {
    this.database = database
    this.port = port
    this.origin = `http://127.0.0.1:${port}`
  }

  /** Opens one; `close` it afterwards. */
  static async open(): Promise<KillableOffice> {
    const office = new KillableOffice(await sqliteOnly().fresh(seeded), await freePort())
    await office.begin()
    return office
  }

  /** Settles once it is open. */
  async begin(): Promise<void> {
    const now = new Date(OPENING + Math.floor(performance.now() - this.begunAt)).toISOString()
    this.server = await startServer({
      DATABASE_URL: this.database.url,
      PORT: String(this.port),
      CLOCK: `${now};speed=1`,
    })
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.server?.kill()
  }

  async close(): Promise<void> {
    await this.kill()
    await this.database.drop()
  }

  async deviceToken(kind: DeviceKind, office = 'victoria'): Promise<string> {
    const db = connect(this.database.url)
    const devices = new Devices(db, runningClock(), SECRET)
    const found = (await devices.list(office)).find((each) => each.kind === kind)
    await db.close()
    assert.ok(found)
    return devices.tokenOf(found.id)
  }

  /** A session's token. */
  async tokenOf(username: string): Promise<string> {
    const open = createApi({ base: this.origin })
    return (await open.signIn({ username, password: PASSWORD })).token
  }

  async signIn(username: string): Promise<Api> {
    const token = await this.tokenOf(username)
    return createApi({ base: this.origin, token: () => token })
  }
}
