// A new device shows a code; somebody who may approves it, here or by the command line; the device,
// which waits with a secret of its own, is given its token. A code is worth ten minutes and one
// approval. The device may ask again within that time: an answer can get lost on its way.
import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { DeviceKind } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import type { Device, Devices } from './devices.ts'
import { newCode, readCode } from './enrolment-code.ts'
import type { Enrolment, EnrolmentAnswer } from '../../protocol/device-contract.ts'

interface EnrolmentRow {
  code: string
  secret_hash: string
  kind: DeviceKind
  created_at: number
  expires_at: number
  device_id: string | null
}

/** How long a code is worth something, ms. */
export const CODE_LASTS = 10 * 60_000
/** Codes that may be open at once, over all offices: beyond it somebody asks for fun. */
const MOST_OPEN = 500
/** How long a waiting device is held before it must ask again, and how many are, at once. */
const HELD_FOR = 20_000
const MOST_HELD = 200
/** The command line approves from another process: what is held is looked for this often, ms. */
const LOOK_EVERY = 1_000

export class Enrolments {
  private readonly db: Database
  private readonly clock: Clock
  private readonly devices: Devices
  private readonly held = new Set<() => void>()
  private isStopped = false

  constructor(db: Database, clock: Clock, devices: Devices) {
    this.db = db
    this.clock = clock
    this.devices = devices
  }

  /** A code for a new device. Throws `too-many-requests`. */
  async ask(kind: DeviceKind): Promise<Enrolment> {
    const now = this.clock.now()
    const rows = () => this.db.knex<EnrolmentRow>('enrolments')
    await rows().where('expires_at', '<=', now).delete()
    const [{ open } = { open: 0 }] = await rows().count({ open: '*' })
    if (Number(open) >= MOST_OPEN) throw new AppError('too-many-requests')
    const secret = randomBytes(24).toString('base64url')
    const row: EnrolmentRow = {
      code: newCode(),
      secret_hash: hash(secret),
      kind,
      created_at: now,
      expires_at: now + CODE_LASTS,
      device_id: null,
    }
    await rows().insert(row)
    return { code: row.code, secret, expiresAt: new Date(row.expires_at).toISOString() }
  }

  /**
   * What came of a code, as soon as something has, or that it waits. `gone` when the asker has hung
   * up. Throws `enrolment-unknown` once the code is worth nothing.
   */
  async wait(secret: string, gone: AbortSignal): Promise<EnrolmentAnswer> {
    if (this.held.size >= MOST_HELD) throw new AppError('too-many-requests')
    const giveUpAt = performance.now() + HELD_FOR
    for (;;) {
      const answer = await this.look(secret)
      const isOver = gone.aborted || this.isStopped || performance.now() >= giveUpAt
      if (answer.is === 'approved' || isOver) return answer
      await this.pause(gone)
    }
  }

  /**
   * Makes the device that shows this code one of the office's. Throws `enrolment-unknown`,
   * `enrolment-used`, `enrolment-other-kind`.
   */
  async approve(typed: string, device: Device): Promise<void> {
    const code = readCode(typed)
    if (code === null) throw new AppError('enrolment-unknown')
    const now = this.clock.now()
    await inTransaction(this.db, async (run) => {
      const [row] = await run('SELECT kind, device_id, expires_at FROM enrolments WHERE code = ?', [
        code,
      ])
      if (!row || Number(row.expires_at) <= now) throw new AppError('enrolment-unknown')
      if (row.device_id !== null) throw new AppError('enrolment-used')
      if (row.kind !== device.kind) throw new AppError('enrolment-other-kind')
      const { id, office, kind, name } = device
      await run(
        'INSERT INTO devices (id, office_id, kind, name, created_at) VALUES (?, ?, ?, ?, ?)',
        [id, office, kind, name, now],
      )
      const won = await run(
        'UPDATE enrolments SET device_id = ? WHERE code = ? AND device_id IS NULL RETURNING code',
        [id, code],
      )
      // Somebody else approved it between the look and here; the device made for us goes with this.
      if (won.length === 0) throw new AppError('enrolment-used')
    })
    this.wake()
  }

  /** Lets every waiting device go: the server stops. */
  stop(): void {
    this.isStopped = true
    this.wake()
  }

  private async look(secret: string): Promise<EnrolmentAnswer> {
    const row = await this.db
      .knex<EnrolmentRow>('enrolments')
      .where('secret_hash', hash(secret))
      .where('expires_at', '>', this.clock.now())
      .first()
    if (!row) throw new AppError('enrolment-unknown')
    if (row.device_id === null) return { is: 'waiting' }
    const device = await this.devices.get(row.device_id)
    if (!device) throw new AppError('enrolment-unknown')
    const { id, office, name } = device
    return { is: 'approved', office, name, token: this.devices.tokenOf(id) }
  }

  private async pause(gone: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        gone.removeEventListener('abort', done)
        this.held.delete(done)
        resolve()
      }
      const timer = setTimeout(done, LOOK_EVERY)
      gone.addEventListener('abort', done)
      this.held.add(done)
    })
  }

  private wake(): void {
    for (const done of [...this.held]) done()
  }
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
