// What is forgotten by itself: idempotency keys, seven days after they were used, and what one
// colleague wrote to another, within a day.
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { forgetOldKeys } from '../../db/command-keys.ts'
import type { Database } from '../../db/connect.ts'
import { forgetOldMessages } from '../messages/message-store.ts'

const HOUR = 3_600_000

/** Forgets now and once an hour from now on. Returns how to stop. */
export async function startUpkeep(db: Database, clock: Clock, log: Logger): Promise<() => void> {
  let cancel = (): void => undefined
  async function forget(): Promise<void> {
    await forgetOldKeys(db.knex, clock.now()).catch((error: unknown) => {
      log.error({ err: error }, 'old idempotency keys could not be forgotten')
    })
    await forgetOldMessages(db.knex, clock.now()).catch((error: unknown) => {
      log.error({ err: error }, 'old messages could not be forgotten')
    })
    cancel = clock.at(clock.now() + HOUR, () => void forget())
  }
  await forget()
  return () => {
    cancel()
  }
}
