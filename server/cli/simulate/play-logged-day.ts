// One real day of a call log in our queue: on a server of its own whose clock shows that day, then
// in tables beside the log's own account, and beside what SQL says.
import { startOfDay } from '../../domain/office-time.ts'
import { callCentre, configure } from './administration.ts'
import { readCallLog, type Call } from './call-log.ts'
import { followedClock, serverClock } from './day-clock.ts'
import { logDay, type LogDay } from './log-day.ts'
import type { PresenceRule } from './log-presence.ts'
import { playDay, type Account } from './play-day.ts'
import { sayProgress } from './progress.ts'
import { readTotals, type Totals } from './read-back.ts'
import { rehearse } from './rehearse.ts'
import {
  accountTable,
  latenessTable,
  linesOf,
  linesOfLog,
  screensTable,
  serviceTable,
  sqlTable,
} from './report.ts'
import { apiWith } from './sessions.ts'

export interface LoggedDay {
  file: string
  date: string
  zone: string
  speed: number
  presence: PresenceRule
  office: string
  password: string
}

/** Plays and prints; true when everyone is accounted for and every comparison is equal. */
export async function playLoggedDay(plan: LoggedDay): Promise<boolean> {
  const { file, date, zone, speed, presence, office, password } = plan
  const calls = readCallLog(file, date)
  const midnight = startOfDay(date, zone)
  const day = logDay(calls, midnight, presence)
  const agents = day.agents.length
  console.log(`${date}: ${calls.length} calls, ${agents} servers; played at speed ${speed}`)
  const server = await rehearse({ begins: midnight, speed, offices: 1, agents, password })
  try {
    const { url, databaseUrl } = server
    const token = await administratorToken(url, password)
    const administrator = { url, token: () => token, api: apiWith(url, () => token) }
    await configure(administrator, office, callCentre(agents, zone))
    const shown = await serverClock(url)
    const clock = followedClock(shown, shown.seenAt)
    const show = await playDay({
      ...{ url, office, password, clock, day, administrator, leavesADesk: false },
      mustBeginAt: midnight,
    })
    const quiet = sayProgress(show.tally, clock, zone)
    const account = await show.account.finally(quiet)
    return print(calls, day, account, await readTotals(databaseUrl, office, 0))
  } finally {
    await server.stop()
  }
}

async function administratorToken(url: string, password: string): Promise<string> {
  const open = apiWith(url, () => '')
  return (await open.signIn({ username: 'administrator', password })).token
}

const READING = `Whoever was served in the log never leaves our queue: how patient they were is unknown. Whoever hung
up leaves after the time they had waited in the log, unless we call them first; they then take as long
as the served call of their type nearest in time. So we serve more people than the log did.
Servers work from their first to their last recorded service; by the rule “inferred” not while somebody
they take was kept waiting in the log, nor in a gap of two hours.`

function print(
  calls: readonly Call[],
  day: LogDay,
  account: Account,
  totals: readonly Totals[],
): boolean {
  const [log, ours] = [linesOfLog(calls), linesOf(account.tally.all())]
  const sql = sqlTable(ours, totals)
  const screens = screensTable(account)
  const count = (ending: string): number => ours.filter((line) => line.ending === ending).length
  const logged = (ending: string): number => log.filter((line) => line.ending === ending).length
  const accounted = count('served') + count('left') + day.excluded
  const isWhole = accounted === calls.length && count('still there') === 0
  const say = (title: string, text: string): void => {
    console.log(`\n${title}\n\n${text}`)
  }
  say(
    'Everyone in the log',
    `${calls.length} calls = ${count('served')} served + ${count('left')} left + ` +
      `${day.excluded} excluded (phantom: no real call) + ${count('still there')} still there` +
      (isWhole ? ': all accounted for' : ': NOT ALL ACCOUNTED FOR') +
      `\nin the log: ${logged('served')} served + ${logged('left')} left + ${day.excluded} phantom`,
  )
  say('How the log is read', READING)
  say('Our queue beside the log’s own', accountTable({ 'the log': log, 'our queue': ours }))
  say('By service', serviceTable({ 'the log': log, 'our queue': ours }))
  say('Told by the server, and read back from SQL', sql.text)
  say('Calls told to the screens', screens.text)
  say('How late the simulator was', latenessTable(account))
  say(
    'Refused by the server',
    account.refusals.length === 0 ? 'nothing' : account.refusals.join('\n'),
  )
  return isWhole && sql.isEqual && screens.isEqual && account.refusals.length === 0
}
