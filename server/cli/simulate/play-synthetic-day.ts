// A believable day: on a server of its own, or on one that is running, following its clock.
import type { KioskView } from '../../protocol/views.ts'
import type { Administrator } from './administration.ts'
import { followedClock, serverClock } from './day-clock.ts'
import { MINUTE, type Interval } from './day.ts'
import { dayToJoin, openingHours, type OpenDay } from './hours.ts'
import { playDay, type Account, type Show } from './play-day.ts'
import { sayProgress } from './progress.ts'
import { readTotals } from './read-back.ts'
import { rehearse, SIGN_IN } from './rehearse.ts'
import {
  accountTable,
  latenessTable,
  linesOf,
  screensTable,
  serviceTable,
  sqlTable,
} from './report.ts'
import type { DayClock, Instant } from './scheduler.ts'
import { apiWith } from './sessions.ts'
import { syntheticDay } from './synthetic-day.ts'

/** People of the last half hour are still there when a day is joined. */
const CATCH_UP = 30 * MINUTE

export interface Joining {
  url: string
  office: string
  password: string
  agents: number
  seed: number
  /** Of the people, when it is not the server's own clock that hurries. */
  speed?: number
  kioskToken?: string
  leavesADesk: boolean
  /** When the office is open; absent: by the office's own clock. */
  open?: Interval
}

export interface Joined extends Show {
  zone: string
  clock: DayClock
  day: OpenDay
  citizens: number
}

/** Joins the day of a running server. */
export async function joinDay(joining: Joining): Promise<Joined> {
  const { url, office, password, agents, seed } = joining
  const open = apiWith(url, () => '')
  const { token } = await open.signIn({ username: 'administrator', password })
  const administrator: Administrator = { url, token: () => token, api: apiWith(url, () => token) }
  const { timeZone, services } = officeOf(await administrator.api.kiosk(office))
  const shown = await serverClock(url)
  const speed = joining.speed ?? shown.speed
  const clock = followedClock({ ...shown, speed }, shown.seenAt)
  const ready = clock.now() + SIGN_IN * (agents + 2) * speed
  const day = joining.open
    ? { open: joining.open, isMoved: false }
    : dayToJoin(clock.now(), ready, timeZone)
  const plan = syntheticDay({
    open: day.open,
    services: services.map(({ code }) => code),
    agents: joining.leavesADesk ? agents - 1 : agents,
    seed,
  })
  const { kioskToken, leavesADesk } = joining
  const show = await playDay({
    ...{ url, office, password, clock, administrator, leavesADesk, day: plan },
    ...(kioskToken === undefined ? {} : { kioskToken }),
    ...(joining.open ? {} : { catchUp: CATCH_UP }),
  })
  return { ...show, zone: timeZone, clock, day, citizens: plan.citizens.length }
}

function officeOf(view: KioskView) {
  const row = view.rows.find((each) => each.kind === 'office')
  if (!row) throw new Error(`${view.office} is not configured`)
  return row
}

export interface OwnDay {
  office: string
  password: string
  agents: number
  seed: number
  speed: number
  /** YYYY-MM-DD. */
  date: string
  zone: string
}

/** Plays a day on a server of its own and prints the account; true when it adds up. */
export async function playOwnDay(plan: OwnDay): Promise<boolean> {
  const { speed, agents, password, office, seed } = plan
  const open = openingHours(plan.date, plan.zone)
  const server = await rehearse({ begins: open.from, speed, offices: 3, agents, password })
  try {
    const { url, databaseUrl } = server
    const joined = await joinDay({
      ...{ url, office, password, agents, seed, open, leavesADesk: false },
    })
    const account = await watch(joined)
    return await printAccount(account, { databaseUrl, office, from: 0 })
  } finally {
    await server.stop()
  }
}

/** Says how far the day has come until it is over. */
export async function watch({ account, tally, clock, zone, citizens }: Joined): Promise<Account> {
  console.log(`${citizens} people are to come.`)
  const quiet = sayProgress(tally, clock, zone)
  return account.finally(quiet)
}

/** Prints what became of everyone; `sql` where the database can be read. */
export async function printAccount(
  account: Account,
  sql: { databaseUrl: string; office: string; from: Instant } | null,
): Promise<boolean> {
  const lines = linesOf(account.tally.all())
  const screens = screensTable(account)
  const said = [
    ['What became of everyone', accountTable({ people: lines })],
    ['By service', serviceTable({ people: lines })],
    ['Calls told to the screens', screens.text],
    ['How late the simulator was', latenessTable(account)],
  ]
  let isEqual = screens.isEqual && account.refusals.length === 0
  if (sql) {
    const totals = await readTotals(sql.databaseUrl, sql.office, sql.from)
    const comparison = sqlTable(lines, totals)
    isEqual &&= comparison.isEqual
    said.splice(2, 0, ['Told by the server, and read back from SQL', comparison.text])
  }
  for (const [title, text] of said) console.log(`\n${title}\n\n${text}`)
  if (account.strangers > 0) console.log(`\n${account.strangers} people came by themselves.`)
  if (account.tooEarly > 0) console.log(`\n${account.tooEarly} would have come earlier.`)
  for (const refusal of account.refusals) console.log(`Refused: ${refusal}`)
  return isEqual
}
