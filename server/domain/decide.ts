// Whether a command happens, and which facts it makes. Pure: state, command and circumstances in,
// facts or a refusal out. One case a command; what they share is in `Deciding`.
import type { Command, CommandOf } from './commands.ts'
import {
  begin,
  beginAt,
  call,
  callNext,
  changeAvailability,
  signOff,
  takeCounter,
} from './decide-counter.ts'
import { Deciding, type Circumstances } from './deciding.ts'
import type { Fact, AskedFor } from './facts.ts'
import { officeDay } from './office-time.ts'
import { standingFor } from './order.ts'
import { Refused, type Refusal } from './refusals.ts'
import { isLive } from './states.ts'
import type { OfficeState } from './state.ts'
import { nextNumber } from './ticket-number.ts'
import { undo } from './undo.ts'
import { currentRequest } from './visit.ts'

export type Decision =
  | { ok: true; facts: readonly Fact[]; state: OfficeState; visit: string | null }
  | { ok: false; refusal: Refusal }

/**
 * Decides one command on `state`. The facts are stamped in order, never before the office's last
 * one; `state` in the answer is the office after them. `visit` is the visit the command was about:
 * null when `call-next` found nobody, and for commands that are about no visit.
 */
export function decide(state: OfficeState, command: Command, by: Circumstances): Decision {
  const deciding = new Deciding(state, by)
  try {
    const visit = run(deciding, command)
    return { ok: true, facts: deciding.facts, state: deciding.state, visit }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

function run(d: Deciding, command: Command): string | null {
  switch (command.do) {
    case 'configure':
      configure(d, command)
      return null
    case 'take-counter':
      takeCounter(d, command)
      return null
    case 'change-availability':
      return changeAvailability(d, command)
    case 'sign-off':
      return signOff(d)
    case 'arrive':
      return arrive(d, command)
    case 'call-next':
      return callNext(d, command)
    case 'close-day':
      return closeDay(d, command)
    case 'count-door':
    case 'call-help':
    case 'accept-help':
    case 'end-help':
    case 'enter-paper-ticket':
    case 'mind-clock':
      throw new Error(`not built yet: ${command.do}`)
    case 'undo':
      return undo(d, command.visit)
    default:
      runMove(d, command)
      return command.visit
  }
}

/** New settings must still know every service that is waited for and every counter in use. */
function configure(d: Deciding, { settings }: CommandOf<'configure'>): void {
  const services = new Set(settings.services.map((each) => each.code))
  const counters = new Set(settings.counters.map((each) => each.code))
  const asked = d.state.visits.valueSeq().flatMap((visit) => visit.requests)
  const service = asked.find((each) => !each.done && !services.has(each.service))?.service
  if (service !== undefined) throw new Refused('settings-in-use', { service })
  const counter = d.state.agents.find((agent) => !counters.has(agent.counter))?.counter
  if (counter !== undefined) throw new Refused('settings-in-use', { counter })
  d.record({ type: 'office-configured', settings })
}

type MoveCommand = Extract<Command, { visit: string }>

function runMove(d: Deciding, command: Exclude<MoveCommand, CommandOf<'arrive' | 'undo'>>): void {
  switch (command.do) {
    case 'call':
      return call(d, command)
    case 'recall':
      d.mine(command.visit, 'recall')
      return d.record({ type: 'visit-recalled', visit: command.visit })
    case 'begin':
      return begin(d, command)
    case 'hold':
      d.mine(command.visit, 'hold')
      return d.record({
        type: 'visit-held',
        visit: command.visit,
        reason: command.reason ?? null,
        backAt: command.backAt ?? null,
      })
    case 'return':
      return giveBack(d, command)
    case 'transfer':
      return transfer(d, command)
    case 'add-request':
      d.mine(command.visit, 'add-request')
      d.service(command.request.service)
      return d.record({ type: 'request-added', visit: command.visit, request: command.request })
    case 'switch-request':
      return switchRequest(d, command)
    case 'change':
      return change(d, command)
    case 'finish':
      return finish(d, command)
    case 'no-show':
      d.mine(command.visit, 'no-show')
      return d.record({ type: 'visit-not-shown', visit: command.visit })
    case 'leave':
      d.mine(command.visit, 'leave')
      return d.record({ type: 'visit-left', visit: command.visit, by: command.by })
    case 'bring-back':
      return bringBack(d, command)
  }
}

function arrive(d: Deciding, command: CommandOf<'arrive'>): string {
  const services = command.requests.map((request) => d.service(request.service))
  const first = services[0]
  if (!first) throw new Refused('service-unknown', { service: '' })
  const day = officeDay(d.now, d.settings.timeZone)
  const { visit, requests, language, priority, via } = command
  const number = nextNumber(d.state.series, first.prefix, day)
  d.record({ type: 'visit-arrived', visit, number, requests, language, priority, via })
  if (command.serveAt !== undefined) beginAt(d, visit, command.serveAt)
  return visit
}

function giveBack(d: Deciding, command: CommandOf<'return'>): void {
  const visit = d.mine(command.visit, 'return')
  const standing = standingFor(d.state, d.order, visit, command.place, d.now)
  d.record({ type: 'visit-returned', visit: visit.id, standing })
}

function transfer(d: Deciding, command: CommandOf<'transfer'>): void {
  const visit = d.mine(command.visit, 'transfer')
  const { service, counter, agent } = command.to
  if (service !== undefined) d.service(service)
  if (counter !== undefined) d.counter(counter)
  const standing = standingFor(d.state, d.order, visit, command.place, d.now)
  d.record({
    type: 'visit-transferred',
    visit: visit.id,
    service: service ?? null,
    counter: counter ?? null,
    agent: agent ?? null,
    standing,
  })
}

function switchRequest(d: Deciding, command: CommandOf<'switch-request'>): void {
  const visit = d.mine(command.visit, 'switch-request')
  d.request(visit, command.request)
  if (visit.current === command.request) return
  d.record({ type: 'request-switched', visit: visit.id, request: command.request })
}

function change(d: Deciding, command: CommandOf<'change'>): void {
  const visit = d.live(command.visit)
  d.notOthers(visit)
  if (command.priority !== undefined && command.priority !== visit.priority) {
    d.record({ type: 'priority-changed', visit: visit.id, priority: command.priority })
  }
  if (command.details === true) d.record({ type: 'details-changed', visit: visit.id })
  if (command.request === undefined) return
  const { id, ...patch } = command.request
  const { service, channel, quantity } = d.request(visit, id)
  if (patch.service !== undefined) d.service(patch.service)
  const to: AskedFor = { service, channel, quantity, ...patch }
  if (to.service === service && to.channel === channel && to.quantity === quantity) return
  d.record({ type: 'request-changed', visit: visit.id, request: id, to })
}

function finish(d: Deciding, command: CommandOf<'finish'>): void {
  const visit = d.mine(command.visit, 'finish')
  const { quantity, outcome } = command
  if (command.timesWrong === true) d.record({ type: 'times-marked-wrong', visit: visit.id })
  const next = visit.requests.find((each) => !each.done && each.id !== visit.current)
  const agent = visit.agent === null ? undefined : d.state.agents.get(visit.agent)
  const services = agent?.services ?? null
  const staysHere = next !== undefined && (services === null || services.includes(next.service))
  const then = next === undefined ? 'served' : staysHere ? 'serving' : 'waiting'
  d.record({
    type: 'request-finished',
    visit: visit.id,
    result: {
      request: currentRequest(visit).id,
      ...(quantity === undefined ? {} : { quantity }),
      ...(outcome === undefined ? {} : { outcome }),
    },
    then,
  })
}

function bringBack(d: Deciding, command: CommandOf<'bring-back'>): void {
  const visit = d.moving(command.visit, 'bring-back')
  const standing = standingFor(d.state, d.order, visit, command.place, d.now)
  d.record({ type: 'visit-brought-back', visit: visit.id, standing })
}

function closeDay(d: Deciding, command: CommandOf<'close-day'>): null {
  for (const visit of d.state.visits.values()) {
    if (visit.number.day >= command.day || !isLive(visit.state)) continue
    d.record({ type: 'visit-closed', visit: visit.id })
  }
  return null
}
