// What a manager is shown of today: the figures, who is here, what is done at each counter, and who is
// over a threshold. The very figures of reports: both are made of the same cells.
import { openCountersNow } from '../../../domain/figures/open-counters.ts'
import { helpFrom, whatHelps, type Advice as Known } from '../../../domain/figures/what-helps.ts'
import { lineOf } from '../../../domain/figures/line.ts'
import { standingOf, waitsSince } from '../../../domain/figures/thresholds.ts'
import { DOINGS, type AgentDoing } from '../../../domain/figures/keys.ts'
import type { AgentSegment } from '../../../domain/figures/agent-day.ts'
import { openingAt } from '../../../domain/opening-hours.ts'
import { officeDay } from '../../../domain/office-time.ts'
import { timeIn } from '../../../domain/segments.ts'
import { agentAt, visitWith, type Agent, type OfficeState } from '../../../domain/state.ts'
import { ticketText } from '../../../domain/ticket-number.ts'
import { currentRequest, isInPerson, type Visit } from '../../../domain/visit.ts'
import { waitSoFar } from '../../../domain/waiting-since.ts'
import type {
  Advice,
  AlertRow,
  CounterFiguresRow,
  HelpRow,
  HereRow,
  ManagerRow,
  TodayRow,
} from '../../../protocol/figures-live.ts'
import { briefGroups, gathered, targetOf } from './brief.ts'
import type { Today, TodayCells } from './today.ts'

type NameOf = (staff: string) => string | null

/** All rows of an office that is configured; none of another. `now`: UTC ms. */
export function managerRows(
  today: Today,
  state: OfficeState,
  now: number,
  nameOf: NameOf,
): ManagerRow[] {
  const cells = today.of(state, now)
  if (!cells) return []
  const offices = [{ office: state.office, today: cells }]
  const doing = doingNow(state, cells)
  const done = over(cells, doing)
  const services = new Map(cells.settings.services.map((each) => [each.code, each.name]))
  return [
    todayRow(state, cells, now),
    ...briefGroups(offices, 'half-hour').map(({ key, figures }) => {
      return { id: `half-hour:${key}`, kind: 'half-hour' as const, at: key, figures }
    }),
    ...briefGroups(offices, 'service').map(({ key, figures }) => {
      const name = services.get(key) ?? { en: key, fr: key }
      const openCounters = openCountersNow(state, key)
      return {
        id: `service:${key}`,
        kind: 'service' as const,
        service: key,
        name,
        openCounters,
        figures,
      }
    }),
    ...briefGroups(offices, 'channel').map(({ key, figures }) => {
      const channel = key as HereRow['channel']
      return { id: `channel:${key}`, kind: 'channel' as const, channel, figures }
    }),
    { id: 'agents', kind: 'agents', signedIn: state.agents.size, split: splitOf(done) },
    ...cells.settings.counters.map((counter) =>
      counterRow(state, counter, { doing, done }, nameOf),
    ),
    ...[...state.visits.values()].flatMap((visit) => hereRow(visit)),
    ...[...state.visits.values()].flatMap((visit) => alertRow(state, visit, now)),
    ...helpRow(state, now),
  ]
}

/** When the next threshold is crossed, or help is wanted, UTC ms after `now`; null: never. */
export function nextCrossing({ settings, visits }: OfficeState, now: number): number | null {
  if (!settings) return null
  let next: number | null = null
  for (const visit of visits.values()) {
    const instants = [
      standingOf(visit, settings.policy)?.crossesAt,
      helpFrom(visit, settings.policy),
    ]
    for (const at of instants) if (at && at > now && (next === null || at < next)) next = at
  }
  return next
}

function todayRow(state: OfficeState, today: TodayCells, now: number): TodayRow {
  const { settings, day } = today
  const { total } = gathered([{ office: state.office, today }], []).result()
  for (const visit of state.visits.values()) {
    if (visit.state === 'waiting' && isInPerson(visit)) {
      total.takeWaiting(waitSoFar(waitsSince(visit), now))
    }
  }
  return {
    id: 'today',
    kind: 'today',
    office: state.office,
    name: settings.name,
    timeZone: settings.timeZone,
    day,
    isOpen: openingAt(settings.hours, settings.timeZone, now).isOpen,
    tooLong: lineOf(state, settings.policy, now).tooLong,
    targetMinutes: targetOf(settings),
    attentionMinutes: settings.policy.thresholds.wait.attentionMinutes,
    door: doorOf(state, today),
    figures: total.figures(),
  }
}

/** A count of another day says nothing of who stands there now. */
function doorOf({ door }: OfficeState, { settings, day }: TodayCells): TodayRow['door'] {
  if (door === null || officeDay(door.at, settings.timeZone) !== day) return null
  return { people: door.people, at: instant(door.at) }
}

const noTime = (): Record<AgentDoing, number> =>
  Object.fromEntries(DOINGS.map((doing) => [doing, 0])) as Record<AgentDoing, number>

/** What is over; what goes on is the last segment of each agent, and counted on by the page. */
function splitOf(segments: readonly AgentSegment[]): Record<AgentDoing, number> {
  const split = noTime()
  for (const { doing, from, to } of segments) split[doing] += to - from
  return split
}

/** What somebody does now, and since when, UTC ms. */
interface Now {
  readonly doing: AgentDoing
  readonly since: number
}

/** Of each agent who is there, by id. */
function doingNow(state: OfficeState, { agents }: TodayCells): ReadonlyMap<string, Now> {
  return new Map([...state.agents.values()].map((agent) => [agent.id, nowOf(state, agents, agent)]))
}

function nowOf(state: OfficeState, agents: readonly AgentSegment[], agent: Agent): Now {
  const visit = visitWith(state, agent.id)
  const rest = agent.availability === 'available' ? 'idle' : agent.availability
  const doing = visit ? (visit.state === 'called' ? 'called' : 'serving') : rest
  // Ready since the last visit ended, whenever the agent came: the last stretch says.
  const last = agents.findLast((each) => each.agent === agent.id)
  if (last?.doing === doing) return { doing, since: last.from }
  // A stretch that begins at this very instant has no length yet, so it is not among them.
  const ended = Math.max(agent.since, last?.to ?? 0)
  const since = visit?.segments.at(-1)?.from ?? ended
  return { doing, since }
}

/** The segments that are over: without those that go on. */
function over({ agents }: TodayCells, doing: ReadonlyMap<string, Now>): AgentSegment[] {
  return agents.filter(({ agent, from }) => from < (doing.get(agent)?.since ?? Infinity))
}

interface DayOfAgents {
  readonly doing: ReadonlyMap<string, Now>
  readonly done: readonly AgentSegment[]
}

function counterRow(
  state: OfficeState,
  { code, name }: { code: string; name: CounterFiguresRow['name'] },
  { doing, done }: DayOfAgents,
  nameOf: NameOf,
): CounterFiguresRow {
  const agent = agentAt(state, code)
  const visit = agent && visitWith(state, agent.id)
  const now = agent && doing.get(agent.id)
  return {
    id: `counter:${code}`,
    kind: 'counter',
    counter: code,
    name,
    doing: now?.doing ?? null,
    since: now ? instant(now.since) : null,
    ticket: visit ? ticketText(visit.number) : null,
    agentName: agent ? nameOf(agent.id) : null,
    day: agent && state.settings?.agentFigures === true ? ownSplit(done, agent) : null,
  }
}

const ownSplit = (done: readonly AgentSegment[], { id }: Agent): Record<AgentDoing, number> =>
  splitOf(done.filter(({ agent }) => agent === id))

function hereRow(visit: Visit): HereRow {
  const open = visit.segments.at(-1)
  const { service, channel } = currentRequest(visit)
  const isWaiting = visit.state === 'waiting'
  const ended = visit.segments.filter(({ to }) => to !== null)
  return {
    id: visit.id,
    state: visit.state,
    kind: 'visit',
    ticket: ticketText(visit.number),
    service,
    channel,
    booking: visit.details.bookedAt === undefined ? 'walk-in' : 'booked',
    party: visit.details.party ?? 1,
    since: instant(isWaiting ? waitsSince(visit) : (open?.from ?? visit.arrivedAt)),
    waited: isWaiting ? 0 : timeIn(ended, ['waiting'], 0),
    counter: visit.counter,
  }
}

function alertRow({ settings }: OfficeState, visit: Visit, now: number): AlertRow[] {
  const standing = settings && standingOf(visit, settings.policy)
  if (!standing || standing.crossesAt > now) return []
  const { what, since, crossesAt, afterMinutes } = standing
  return [
    {
      id: `alert:${what}:${visit.id}`,
      kind: 'alert',
      what,
      visit: visit.id,
      ticket: ticketText(visit.number),
      service: currentRequest(visit).service,
      counter: visit.counter,
      since: instant(since),
      crossedAt: instant(crossesAt),
      afterMinutes,
    },
  ]
}

function helpRow(state: OfficeState, now: number): HelpRow[] {
  const help = whatHelps(state, now)
  if (!help) return []
  const { isSoon, advice } = help
  return [{ id: 'help', kind: 'help', isSoon, advice: advice.map(asTold) }]
}

function asTold(advice: Known): Advice {
  if (advice.do !== 'back') return advice
  const { since, backAt } = advice
  return { ...advice, since: instant(since), backAt: backAt === null ? null : instant(backAt) }
}

const instant = (at: number): string => new Date(at).toISOString()
