// What is forgotten by itself: idempotency keys, seven days after they were used, what one colleague
// wrote to another and where phones are told, within a day, and what people left with their ticket, when the office said so.
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { forgetOldKeys } from '../../db/command-keys.ts'
import type { Database } from '../../db/connect.ts'
import { forgetPeople } from '../check-in/forget-people.ts'
import { forgetOldSubscriptions } from '../phone/push-store.ts'
import { forgetOldMessages } from '../messages/message-store.ts'
import { officeSettings } from '../offices/office-store.ts'

const HOUR = 3_600_000

/** Forgets now and once an hour from now on. Returns how to stop, once nothing is under way. */
export async function startUpkeep(
  db: Database,
  clock: Clock,
  log: Logger,
): Promise<() => Promise<void>> {
  let cancel = (): void => undefined
  let underWay = Promise.resolve()
  async function forget(): Promise<void> {
    await forgetOldKeys(db.knex, clock.now()).catch((error: unknown) => {
      log.error({ err: error }, 'old idempotency keys could not be forgotten')
    })
    await forgetOldMessages(db.knex, clock.now()).catch((error: unknown) => {
      log.error({ err: error }, 'old messages could not be forgotten')
    })
    await forgetOldSubscriptions(db.knex, clock.now()).catch((error: unknown) => {
      log.error({ err: error }, 'where phones are told could not be forgotten')
    })
    await forgetEverybody(db, clock.now()).catch((error: unknown) => {
      log.error({ err: error }, 'what people left with their tickets could not be forgotten')
    })
    cancel = clock.at(clock.now() + HOUR, () => (underWay = forget()))
  }
  await forget()
  return async () => {
    cancel()
    await underWay
    cancel()
  }
}

async function forgetEverybody({ knex }: Database, now: number): Promise<void> {
  for (const [office, settings] of await officeSettings(knex)) {
    await forgetPeople(knex, office, settings, now)
  }
}
