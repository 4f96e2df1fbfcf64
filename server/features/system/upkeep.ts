// What is forgotten by itself: idempotency keys, seven days after they were used.
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { forgetOldKeys } from '../../db/command-keys.ts'
import type { Database } from '../../db/connect.ts'

const DAY = 24 * 3_600_000

/** Forgets now and once a day from now on. Returns how to stop. */
export async function startUpkeep(db: Database, clock: Clock, log: Logger): Promise<() => void> {
  let cancel = (): void => undefined
  async function forget(): Promise<void> {
    await forgetOldKeys(db.knex, clock.now()).catch((error: unknown) => {
      log.error({ err: error }, 'old idempotency keys could not be forgotten')
    })
    cancel = clock.at(clock.now() + DAY, () => void forget())
  }
  await forget()
  return () => {
    cancel()
  }
}
