// One decision under way: the state as the facts recorded so far leave it, and the questions that
// several commands ask of it. Each question answers or refuses.
import type { Actor, Fact, FactBody } from './facts.ts'
import { mayMove, movesFrom, type MoveName } from './moves.ts'
import { mayTake } from './may-take.ts'
import { compileOrder, takeable, type Order } from './order.ts'
import { Refused } from './refusals.ts'
import type { OfficeSettings, Reasons, Service } from './settings.ts'
import { isLive, isWithAgent } from './states.ts'
import { agentAt, apply, findVisit, visitWith, type Agent, type OfficeState } from './state.ts'
import { currentRequest, type Request, type Visit } from './visit.ts'

/** Who asks, when. */
export interface Circumstances {
  readonly actor: Actor
  /** The server's clock, UTC ms. */
  readonly now: number
  /** Whether the actor may act on a visit that is with another agent (a manager may). */
  readonly mayOverrule: boolean
}

const orders = new WeakMap<OfficeSettings, Order>()

/** The order of an office's published policy, compiled once for each. */
export function orderOf(settings: OfficeSettings): Order {
  let order = orders.get(settings)
  if (!order) orders.set(settings, (order = compileOrder(settings.policy)))
  return order
}

export class Deciding {
  readonly facts: Fact[] = []
  readonly by: Circumstances
  state: OfficeState

  constructor(state: OfficeState, by: Circumstances) {
    this.state = state
    this.by = by
  }

  /** The instant of this decision: the clock's, never before the office's last fact. UTC ms. */
  get now(): number {
    return Math.max(this.by.now, this.state.recordedAt)
  }

  get settings(): OfficeSettings {
    if (!this.state.settings) throw new Refused('office-not-configured')
    return this.state.settings
  }

  get order(): Order {
    return orderOf(this.settings)
  }

  /**
   * Adds a fact and moves the state on. `at`: when it happened, UTC ms, if that was before now;
   * `actor`: whose it is, if not the asker's.
   */
  record(body: FactBody, at = this.now, actor = this.by.actor): void {
    const fact: Fact = {
      seq: this.state.seq + 1,
      recordedAt: this.now,
      at: Math.min(at, this.now),
      actor,
      body,
    }
    this.facts.push(fact)
    this.state = apply(this.state, fact)
  }

  service(code: string): Service {
    const found = this.settings.services.find((each) => each.code === code)
    if (!found) throw new Refused('service-unknown', { service: code })
    return found
  }

  /** A service that somebody may ask for from now on. */
  offered(code: string): Service {
    const found = this.service(code)
    if (found.withdrawn) throw new Refused('service-withdrawn', { service: code })
    return found
  }

  priority(code: string): void {
    const isKnown = this.settings.policy.classes.some((each) => each.code === code)
    if (!isKnown) throw new Refused('priority-unknown', { priority: code })
  }

  counterKind(code: string): void {
    const isKnown = this.settings.counterKinds.some((each) => each.code === code)
    if (!isKnown) throw new Refused('counter-kind-unknown', { counterKind: code })
  }

  /** A reason of one of the office's lists; an office without such a list takes any. */
  reason(list: keyof Reasons, code: string): void {
    const known = this.settings.reasons[list]
    if (known.length === 0 || known.some((each) => each.code === code)) return
    throw new Refused('reason-unknown', { reason: code })
  }

  /** Somebody to whom a visit may be sent: an agent at a counter of this office. */
  signedIn(agent: string): void {
    if (!this.state.agents.has(agent)) throw new Refused('agent-unknown', { agent })
  }

  counter(code: string): void {
    const isKnown = this.settings.counters.some((each) => each.code === code)
    if (!isKnown) throw new Refused('counter-unknown', { counter: code })
  }

  counterFreeFor(code: string, agent: string): void {
    this.counter(code)
    const there = agentAt(this.state, code)
    if (there && there.id !== agent) throw new Refused('counter-taken', { counter: code })
  }

  visit(id: string): Visit {
    const found = findVisit(this.state, id)
    if (!found) throw new Refused('visit-unknown', { visit: id })
    return found
  }

  live(id: string): Visit {
    const visit = this.visit(id)
    if (!isLive(visit.state)) throw this.notAllowed(visit)
    return visit
  }

  /** The visit, if the table allows it this move. */
  moving(id: string, move: MoveName): Visit {
    const visit = this.visit(id)
    if (!mayMove(visit.state, move)) throw this.notAllowed(visit)
    return visit
  }

  /** The visit, if the table allows it this move and no other agent has it. */
  mine(id: string, move: MoveName): Visit {
    const visit = this.moving(id, move)
    this.notOthers(visit)
    return visit
  }

  notOthers(visit: Visit): void {
    const isOthers = isWithAgent(visit.state) && visit.agent !== this.by.actor.id
    if (isOthers && !this.by.mayOverrule) {
      throw new Refused('visit-with-other-agent', { visit: visit.id, ...whoHas(visit) })
    }
  }

  request(visit: Visit, id: number): Request {
    const found = visit.requests.find((each) => each.id === id)
    if (!found) throw new Refused('request-unknown', { visit: visit.id, request: id })
    return found
  }

  /** The asking agent, who must have taken a counter. */
  agent(): Agent {
    const agent = this.state.agents.get(this.by.actor.id)
    if (!agent) throw new Refused('counter-needed')
    return agent
  }

  /** The asking agent, who must be available. */
  available(): Agent {
    const agent = this.agent()
    if (agent.availability !== 'available') {
      throw new Refused('agent-not-available', { availability: agent.availability })
    }
    return agent
  }

  /** Refuses while the agent has a visit called or serving. */
  idle(agent: string): void {
    const open = visitWith(this.state, agent)
    if (open) throw new Refused('agent-busy', { visit: open.id })
  }

  /** Refuses a visit that was sent to somebody else, or is outside the agent's work profile. */
  mayHave(agent: Agent, visit: Visit): void {
    const isHeld = visit.state === 'held'
    const aim = isHeld ? { agent: null, counter: null } : {}
    if (mayTake(agent, { ...takeable(visit), ...aim })) return
    throw new Refused('visit-not-for-you', { service: currentRequest(visit).service })
  }

  /** What the table says no to, with all that it would allow, and who was quicker. */
  notAllowed(visit: Visit): Refused {
    const allowed = movesFrom(visit.state)
    const details = { visit: visit.id, state: visit.state, allowed, ...whoHas(visit) }
    return new Refused('move-not-allowed', details)
  }
}

/** Who was quicker: the agent, and the counter at which the visit is. */
function whoHas({ agent, counter }: Visit): { agent?: string; counter?: string } {
  return { ...(agent === null ? {} : { agent }), ...(counter === null ? {} : { counter }) }
}
