// What lets this page go on without its server; null where the browser keeps nothing for it.
import { createApi, deviceToken } from '#protocol'
import { ticketsOf } from '../composables/take-ticket.ts'
import { openIndexedDb } from './indexed-db-store.ts'
import { openOfflineKiosk, type OfflineKiosk } from './offline-kiosk.ts'

/** How long the server may take with a number, ms, and how long when it did not answer just before. */
const PATIENCE = 5_000
const LITTLE_PATIENCE = 1_500
/** How long the storage may take to open, ms, before the page begins without it. */
const OPENS_WITHIN = 3_000

/** The computer's time when the page began, and from then on what no change of it moves. */
const clock = { now: () => performance.timeOrigin + performance.now() }

export async function openOffline(office: string): Promise<OfflineKiosk | null> {
  // Only an enrolled kiosk has numbers of its own.
  if (deviceToken(window) === null) return null
  const token = (): string | null => deviceToken(window)
  const api = createApi({ token, timeout: PATIENCE })
  const brief = createApi({ token, timeout: LITTLE_PATIENCE })
  const open = async (): Promise<OfflineKiosk> =>
    openOfflineKiosk({
      office,
      store: await openIndexedDb(office),
      api,
      ask: ticketsOf(api, office),
      askBriefly: ticketsOf(brief, office),
      clock,
    })
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), OPENS_WITHIN)
  })
  return Promise.race([open().catch(() => null), late])
}
