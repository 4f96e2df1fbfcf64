// The state of one office: everything `decide` reads. It is what its facts make of it and can be
// rebuilt from them at any time. Immutable: a batch that fails is simply not kept.
import { Map as PersistentMap } from 'immutable'
import type { Availability, Fact, VisitFact, WorkProfile } from './facts.ts'
import type { Place } from './permissions.ts'
import type { OfficeSettings } from './settings.ts'
import { remembered } from './remembered.ts'
import { applyToRoom } from './room-facts.ts'
import { NO_ROOM, type Room } from './room.ts'
import { NO_INTAKE, withoutStop, withStop, withTaken, type Intake } from './intake.ts'
import { isLive, isWithAgent } from './states.ts'
import { withNumber, type NumberSeries } from './ticket-number.ts'
import { isInPerson, type Visit } from './visit.ts'
import { applyToVisit } from './visit-facts.ts'

/** An agent who is signed in to the queue, at a counter. */
export interface Agent extends WorkProfile {
  readonly id: string
  readonly counter: string
  readonly availability: Availability
  /** Why away, when a reason was given. */
  readonly reason: string | null
  /** When they mean to be back, UTC ms; null: not said. */
  readonly backAt: number | null
  /** UTC ms of the last change of counter or availability. */
  readonly since: number
}

/** An agent who calls for help, until it is over. */
export interface Alarm {
  readonly id: string
  readonly agent: string
  readonly counter: string | null
  /** UTC ms. */
  readonly since: number
  /** Ids of the colleagues who are coming. */
  readonly accepted: readonly string[]
}

export interface OfficeState {
  readonly office: string
  /** Seq of the last fact; 0 before the first. */
  readonly seq: number
  /** UTC ms of the last fact; no later fact is recorded before it. */
  readonly recordedAt: number
  readonly settings: OfficeSettings | null
  readonly series: NumberSeries
  readonly agents: PersistentMap<string, Agent>
  /** Live visits by id, in order of arrival. */
  readonly visits: PersistentMap<string, Visit>
  /** Visits that ended since the day `series.day` began, by id: they can be undone or brought back. */
  readonly ended: PersistentMap<string, Visit>
  /** Ids of the visits called last, newest first, each once; some may be gone from this state. */
  readonly calls: readonly string[]
  /** Shared calls made in the present round of walk-ins and appointments (see `share.ts`). */
  readonly shareStep: number
  /** The line at the door when it was last counted, UTC ms; null: not today. */
  readonly door: { readonly people: number; readonly at: number } | null
  readonly alarms: PersistentMap<string, Alarm>
  /** What has been stopped, and how many tickets were given today. */
  readonly intake: Intake
  /** What was set up in the waiting room. */
  readonly room: Room
}

/**
 * How many calls are looked back on: many more than a board shows, since agents who work by phone may
 * make dozens between two calls of the room.
 */
export const CALLS_KEPT = 200

export function emptyOffice(office: string): OfficeState {
  return {
    office,
    seq: 0,
    recordedAt: 0,
    settings: null,
    series: { day: '', last: {} },
    agents: PersistentMap(),
    visits: PersistentMap(),
    ended: PersistentMap(),
    calls: [],
    shareStep: 0,
    door: null,
    alarms: PersistentMap(),
    intake: NO_INTAKE,
    room: NO_ROOM,
  }
}

/** The office as scopes see it. */
export function placeOf({ office, settings }: OfficeState): Place {
  return { code: office, region: settings?.region?.code ?? null }
}

/** The visit, live or ended today; undefined when the office does not have it (any more). */
export function findVisit(state: OfficeState, id: string): Visit | undefined {
  return state.visits.get(id) ?? state.ended.get(id)
}

/** What is asked of the live visits again and again, found in one look at them. */
interface Overview {
  readonly waiting: readonly Visit[]
  readonly inPerson: number
  readonly called: number
  readonly withAgent: ReadonlyMap<string, Visit>
}

const overview = remembered(
  ({ visits }: OfficeState): Overview => {
    const waiting: Visit[] = []
    const withAgent = new Map<string, Visit>()
    let inPerson = 0
    let called = 0
    visits.forEach((visit) => {
      if (visit.state === 'waiting') {
        waiting.push(visit)
        if (isInPerson(visit)) inPerson += 1
      } else if (isWithAgent(visit.state) && visit.agent !== null) withAgent.set(visit.agent, visit)
      if (visit.state === 'called' && isInPerson(visit)) called += 1
    })
    return { waiting, inPerson, called, withAgent }
  },
  { office: ({ office }) => office, by: ({ visits }) => visits },
)

/** The visits that wait, in no order that matters. */
export function waitingVisits(state: OfficeState): readonly Visit[] {
  return overview(state).waiting
}

/** How many tickets wait now in person; work by phone or mail is not in the room. */
export function waitingCount(state: OfficeState): number {
  return overview(state).inPerson
}

/** How many are called in person and have not come yet. */
export function calledCount(state: OfficeState): number {
  return overview(state).called
}

/** Whether the visit is kept for this agent alone, who has not taken it yet. */
export function isFor(visit: Visit, agent: string): boolean {
  return visit.agent === agent && (visit.state === 'waiting' || visit.state === 'expected')
}

/** The live visit that is with this agent, called or serving. */
export function visitWith(state: OfficeState, agent: string): Visit | undefined {
  return overview(state).withAgent.get(agent)
}

/** The agent at this counter. */
export function agentAt(state: OfficeState, counter: string): Agent | undefined {
  return state.agents.find((agent) => agent.counter === counter)
}

/** The office after one more fact. Throws when `fact` is not the next one. */
export function apply(state: OfficeState, fact: Fact): OfficeState {
  if (fact.seq !== state.seq + 1) {
    throw new Error(`fact ${fact.seq} cannot follow ${state.seq} in ${state.office}`)
  }
  const next = { ...state, seq: fact.seq, recordedAt: fact.recordedAt }
  const { body } = fact
  switch (body.type) {
    case 'office-configured':
      return { ...next, settings: body.settings }
    case 'agent-stationed': {
      const { agent: id, counter, services, counterKinds, languages } = body
      const known = state.agents.get(id)
      // Another work profile at the same counter is no coming back from a break.
      const at =
        known?.counter === counter
          ? known
          : { availability: 'available' as const, reason: null, backAt: null, since: fact.at }
      const stationed = { id, counter, services, counterKinds, languages }
      return { ...next, agents: state.agents.set(id, { ...at, ...stationed }) }
    }
    case 'agent-availability-changed': {
      const agent = state.agents.get(body.agent)
      if (!agent) throw new Error(`agent ${body.agent} is not signed in`)
      const { availability, reason = null, backAt = null } = body
      const changed = { ...agent, availability, reason, backAt, since: fact.at }
      return { ...next, agents: state.agents.set(agent.id, changed) }
    }
    case 'agent-signed-off':
      return { ...next, agents: state.agents.delete(body.agent) }
    case 'door-counted':
      return { ...next, door: { people: body.people, at: fact.at } }
    case 'intake-stopped':
      return { ...next, intake: withStop(state.intake, body, fact.at) }
    case 'intake-resumed':
      return { ...next, intake: withoutStop(state.intake, body.service, fact.at) }
    case 'intake-turned':
    case 'history-added':
      return next
    case 'board-put':
    case 'board-removed':
    case 'notice-put':
    case 'notice-removed':
    case 'medium-put':
    case 'medium-removed':
    case 'playlist-ordered':
    case 'recording-put':
    case 'recording-removed':
    case 'voice-pack-put':
    case 'voice-pack-removed':
      return { ...next, room: applyToRoom(state.room, body) }
    case 'help-called': {
      const { alarm: id, agent, counter } = body
      const alarm = { id, agent, counter, since: fact.at, accepted: [] }
      return { ...next, alarms: state.alarms.set(id, alarm) }
    }
    case 'help-accepted':
      return {
        ...next,
        alarms: state.alarms.update(body.alarm, (alarm) => {
          if (!alarm) throw new Error(`there is no alarm ${body.alarm}`)
          return { ...alarm, accepted: [...alarm.accepted, body.agent] }
        }),
      }
    case 'help-ended':
      return { ...next, alarms: state.alarms.delete(body.alarm) }
    default:
      return applyVisitFact(next, fact, body)
  }
}

function applyVisitFact(state: OfficeState, fact: Fact, body: VisitFact): OfficeState {
  const known = findVisit(state, body.visit)
  // Of a day that this office has let go of: its rows and its story change, not the present.
  if (body.type === 'visit-corrected' && !known) return state
  if (body.type === 'visit-sent') return without(state, body.visit)
  const visit = applyToVisit(known, fact, body)
  const next = body.type === 'visit-arrived' ? openDay(state, visit) : state
  return {
    ...next,
    ...place(next, visit),
    calls: visit.calledSeq === fact.seq ? pushCall(state.calls, visit.id) : state.calls,
    shareStep: stepAfter(state, body),
    intake: intakeAfter(state, body, visit),
  }
}

function without(state: OfficeState, id: string): OfficeState {
  return { ...state, visits: state.visits.delete(id), ended: state.ended.delete(id) }
}

/** A ticket given counts for its services; one given by mistake counts no more. */
function intakeAfter({ intake }: OfficeState, body: VisitFact, visit: Visit): Intake {
  if (body.type === 'visit-arrived') return withTaken(intake, visit, 1)
  const isMistake = body.type === 'visit-left' && body.by === 'mistake'
  return isMistake ? withTaken(intake, visit, -1) : intake
}

/** A call for which both kinds had somebody waiting is one step of the round. */
function stepAfter(state: OfficeState, body: VisitFact): number {
  const share = state.settings?.policy.share
  if (body.type !== 'visit-called' || body.reason.shared !== true || !share) return state.shareStep
  return (state.shareStep + 1) % (share.walkIns + share.appointments)
}

function place(state: OfficeState, visit: Visit): Pick<OfficeState, 'visits' | 'ended'> {
  if (isLive(visit.state)) {
    return { visits: state.visits.set(visit.id, visit), ended: state.ended.delete(visit.id) }
  }
  return { visits: state.visits.delete(visit.id), ended: state.ended.set(visit.id, visit) }
}

/** A number of a new day begins a new series and lets go of those who ended on the day before. */
function openDay(state: OfficeState, visit: Visit): OfficeState {
  const series = withNumber(state.series, visit.number)
  return series.day === state.series.day
    ? { ...state, series }
    : { ...state, series, ended: PersistentMap(), door: null }
}

function pushCall(calls: readonly string[], id: string): readonly string[] {
  const others = calls.includes(id) ? calls.filter((each) => each !== id) : calls
  return [id, ...others.slice(0, CALLS_KEPT - 1)]
}
