// A working office for a test: the whole app in this process on a free port, a seeded database of
// its own, a clock that the test drives, and people to act in it.
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createApi, type Api } from '#protocol/api'
import { createApp, type App } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { connect, type Database } from '../../server/db/connect.ts'
import type { DeviceKind } from '../../server/domain/permissions.ts'
import { RoomCodes } from '../../server/features/phone/room-codes.ts'
import { Sessions } from '../../server/features/staff/sessions.ts'
import { findByUsername, toParty } from '../../server/features/staff/staff-store.ts'
import type { FreshDatabase, TestDatabase } from './databases.ts'
import { drivenClock, type DrivenClock } from './driven-clock.ts'
import { OPENING, seeded } from './seeded.ts'

const SECRET = 'a secret of thirty-two characters or more'

export interface OfficeOptions {
  /** What the clock shows, UTC ms; default 09:00 in Victoria. */
  readonly now?: number
  /** More settings, as the environment would give them. */
  readonly env?: Readonly<Record<string, string>>
}

/** An answer as it came over HTTP. */
export interface Heard {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface RequestOptions {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a string, or bytes, as they are. */
  readonly body?: unknown
}

export class TestOffice {
  readonly clock: DrivenClock
  readonly address: string
  db!: Database
  app!: App
  /** Where it listens, such as http://127.0.0.1:49152. */
  origin = ''
  private readonly database: FreshDatabase
  private readonly options: OfficeOptions

  constructor(database: FreshDatabase, options: OfficeOptions) {
    this.database = database
    this.address = database.url
    this.options = options
    this.clock = drivenClock(options.now ?? OPENING)
  }

  async start(): Promise<void> {
    this.db = connect(this.address)
    const config = readConfig({
      DATABASE_URL: this.address,
      LIMITS: 'off',
      LOG_LEVEL: 'silent',
      ...this.options.env,
    })
    const log = pino({ level: config.logLevel })
    this.app = await createApp({ config, db: this.db, clock: this.clock, log, secret: SECRET })
    await this.app.open()
    await new Promise<void>((resolve) => this.app.http.listen(0, '127.0.0.1', resolve))
    this.origin = `http://127.0.0.1:${(this.app.http.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    await this.app.close()
    await this.db.close()
  }

  /** As after a stop and a start: nothing is known but what the database holds. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async close(): Promise<void> {
    await this.stop()
    await this.database.drop()
  }

  /** A session's token, without the wait for a password's hash. */
  async tokenOf(username: string): Promise<string> {
    const row = await findByUsername(this.db.reader, username)
    if (!row) throw new Error(`no staff ${username}`)
    return new Sessions(this.db, this.clock).open(toParty(row))
  }

  async idOf(username: string): Promise<string> {
    const row = await findByUsername(this.db.reader, username)
    return row?.id ?? ''
  }

  /** What `username` may do over HTTP. */
  async signIn(username: string): Promise<Api> {
    return this.api(await this.tokenOf(username))
  }

  async deviceToken(kind: DeviceKind, office = 'victoria'): Promise<string> {
    const device = (await this.app.devices.list(office)).find((each) => each.kind === kind)
    if (!device) throw new Error(`no ${kind} in ${office}`)
    return this.app.devices.tokenOf(device.id)
  }

  async kiosk(office = 'victoria'): Promise<Api> {
    return this.api(await this.deviceToken('kiosk', office))
  }

  /** The path that the board's code leads to now: joining, or coming in, in the room. */
  roomPath(office = 'victoria'): string {
    return `/join/${office}/${new RoomCodes(SECRET).codeOf(office, this.clock.now()).code}`
  }

  api(token: string): Api {
    return createApi({ base: this.origin, token: () => token, timeout: 30_000 })
  }

  /** A citizen checks in at the kiosk. */
  async checkIn(service = 'driver-licence', name?: string, office = 'victoria') {
    const kiosk = await this.kiosk(office)
    return kiosk.addVisit(office, { requests: [{ service }], ...(name ? { name } : {}) })
  }

  /** Any request at all, well formed or not. `path` is below the origin. */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Heard> {
    const { token, headers, body } = options
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined || body instanceof Uint8Array
          ? {}
          : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: asSent(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    const parsed: unknown = isJson ? JSON.parse(text) : text
    return { status: response.status, headers: response.headers, body: parsed }
  }

  /** The tables of visits, once they tell all that was committed. */
  async tables(): Promise<Database['reader']> {
    await this.app.door.rowsWritten()
    return this.db.reader
  }

  /** How many facts the journals of all offices hold. */
  async factCount(): Promise<number> {
    const [row] = await this.db.reader('facts').count({ count: '*' })
    return Number(row?.count)
  }
}

function asSent(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
}

/** Opens one; `close` it afterwards. */
export async function openOffice(
  database: TestDatabase,
  options: OfficeOptions = {},
): Promise<TestOffice> {
  const office = new TestOffice(await database.fresh(seeded), options)
  await office.start()
  return office
}
