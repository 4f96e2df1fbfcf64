// Plays those who work: each at a counter with a desk screen, calling whoever the server says is
// next as soon as somebody waits whom they take; breaks in between; and nobody goes home while
// people wait whom only they can serve.
import { ApiError } from '../../protocol/api.ts'
import type { DeskVisit } from '../../protocol/views.ts'
import { countFor, isNeeded, type Agent, type Worker } from './agent-coverage.ts'
import { SECOND, type Citizen, type Day, type Interval } from './day.ts'
import type { Lateness } from './lateness.ts'
import type { Instant, Scheduler } from './scheduler.ts'
import { begun, called, ended, type Played, type Tally } from './tally.ts'
import type { Witness } from './witness.ts'

/** How long an agent waits for someone who does not come, before and after calling again. */
const PATIENCE_OF_AGENTS = 30 * SECOND

export interface Workplace {
  office: string
  scheduler: Scheduler
  tally: Tally
  lateness: Lateness
  day: Pick<Day, 'stranger'>
}

export class Crew {
  readonly #place: Workplace
  readonly #agents: Agent[]
  /** The desk on which they see who waits. */
  #desk: Witness<'desk'> | null = null
  /** Calls on their way: each will take somebody off the list. */
  readonly #calls = new Set<Promise<void>>()
  /** Tickets on their way to whoever asked for them. */
  readonly #tickets = new Set<Promise<unknown>>()
  /** Last planned arrival for each service. */
  readonly #lastArrival = new Map<string, Instant>()
  #hushed = 0
  strangers = 0
  /** What the server refused these agents, in its words. */
  readonly refusals: string[] = []

  constructor(workers: readonly Worker[], place: Workplace) {
    this.#place = place
    this.#agents = workers.map((worker) => ({
      ...worker,
      state: 'absent',
      idleSince: 0,
      ahead: [],
      wants: 'work',
      leaving: Promise.resolve(),
    }))
  }

  /** Plans everybody's day; what they see is on this desk. */
  start(desk: Witness<'desk'>): void {
    this.#desk = desk
    const { scheduler } = this.#place
    for (const agent of this.#agents) {
      agent.ahead = agent.plan.work.filter(({ to }) => to > scheduler.now())
      for (const interval of agent.ahead) {
        this.#plan(interval.from, agent, () => this.#come(agent))
        this.#plan(interval.to, agent, () => this.#mayGo(agent, interval))
      }
    }
  }

  /** Somebody is to come whom an agent must be there for. */
  expects({ service, arrivesAt }: Citizen): void {
    const last = this.#lastArrival.get(service) ?? 0
    this.#lastArrival.set(service, Math.max(last, arrivesAt))
  }

  /** A ticket on its way: whoever is called before it arrives is not taken for a stranger. */
  async admits(ticket: Promise<Played>): Promise<Played> {
    this.#tickets.add(ticket)
    try {
      return await ticket
    } finally {
      this.#tickets.delete(ticket)
    }
  }

  /** Runs `work` while no call is on its way and none is begun. */
  async whileNobodyCalls(work: () => Promise<void>): Promise<void> {
    this.#hushed += 1
    try {
      while (this.#calls.size > 0) await Promise.allSettled(this.#calls)
      await work()
    } finally {
      this.#hushed -= 1
      this.look()
    }
  }

  /** Whoever is free and sees somebody they may take calls the next; the longest idle first. */
  look(): void {
    if (this.#hushed > 0 || !this.#desk) return
    const idle = this.#agents
      .filter(({ state }) => state === 'idle')
      .sort((a, b) => a.idleSince - b.idleSince)
    if (idle.length === 0) return
    const waiting = this.#waiting()
    for (const agent of idle) {
      if (countFor(agent, waiting) > this.#calls.size) this.#call(agent)
    }
  }

  #waiting(): DeskVisit[] {
    const rows = this.#desk?.view.rows ?? []
    const isWaiting = (row: (typeof rows)[number]): row is DeskVisit =>
      row.kind === 'visit' && row.state === 'waiting'
    // An answer may come before the desk is told: who was called no longer waits.
    return rows.filter(isWaiting).filter(({ id }) => {
      const played = this.#place.tally.find(id)
      return !played || (played.calledAt === null && played.ending === null)
    })
  }

  #call(agent: Agent): void {
    agent.state = 'calling'
    const { scheduler } = this.#place
    const call = this.#attempt(agent, () => this.#callNext(agent)).finally(() => {
      this.#calls.delete(call)
    })
    this.#calls.add(call)
    // So that the day is not over before the call is, and hears of its failure.
    scheduler.at(scheduler.now(), () => call)
  }

  async #callNext(agent: Agent): Promise<void> {
    const { office, scheduler, tally } = this.#place
    const answer = await agent.member.api.callNext(office, agent.counter)
    if (!answer) {
      // Somebody was quicker. What the desk is told next makes them look again.
      agent.state = 'idle'
      if (agent.wants !== 'work') await this.#isFree(agent)
      return
    }
    agent.state = 'busy'
    if (!tally.find(answer.id)) await Promise.allSettled(this.#tickets)
    const played = tally.find(answer.id) ?? this.#meet(answer)
    called(played, answer)
    const { walk, comesWhenCalled } = played.citizen
    const now = scheduler.now()
    if (comesWhenCalled) this.#plan(now + walk, agent, () => this.#serve(agent, played))
    else this.#plan(now + PATIENCE_OF_AGENTS, agent, () => this.#callAgain(agent, played))
    scheduler.at(now, () => {
      this.look()
    })
  }

  #plan(at: Instant, agent: Agent, work: () => Promise<void>): void {
    this.#place.scheduler.at(at, () => this.#attempt(agent, work))
  }

  /** What the server refuses (somebody else had a hand in it) ends the visit for this agent. */
  async #attempt(agent: Agent, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem === null) throw error
      this.refusals.push(error.message)
      agent.state = 'idle'
      this.#lookAgain(agent)
    }
  }

  #lookAgain(agent: Agent): void {
    this.#plan(this.#place.scheduler.now() + PATIENCE_OF_AGENTS, agent, async () => {
      if (agent.state === 'idle') await this.#isFree(agent)
    })
  }

  /** Somebody who took a ticket without our doing. */
  #meet({ id, service, arrivedAt }: DeskVisit): Played {
    this.strangers += 1
    const { tally, day } = this.#place
    return tally.arrived(day.stranger(service), id, Date.parse(arrivedAt))
  }

  async #callAgain(agent: Agent, played: Played): Promise<void> {
    called(played, await agent.member.api.recall(played.visit, {}))
    this.#plan(this.#place.scheduler.now() + PATIENCE_OF_AGENTS, agent, async () => {
      ended(played, 'no-show', await agent.member.api.noShow(played.visit, {}))
      await this.#isFree(agent)
    })
  }

  async #serve(agent: Agent, played: Played): Promise<void> {
    const answer = await agent.member.api.begin(played.visit, {})
    begun(played, answer)
    const until = Date.parse(answer.since) + played.citizen.serviceTime
    this.#plan(until, agent, async () => {
      const finished = await agent.member.api.finish(played.visit, {})
      ended(played, 'served', finished)
      this.#place.lateness.add('finish', Date.parse(finished.since) - until)
      await this.#isFree(agent)
    })
  }

  async #come(agent: Agent): Promise<void> {
    const { office } = this.#place
    const { member, counter, plan } = agent
    agent.wants = 'work'
    // Somebody kept them, or they are coming already: there was no break.
    if (agent.state !== 'absent') return
    agent.state = 'coming'
    await agent.leaving
    await member.api.takeCounter(office, { counter, services: plan.services?.slice() ?? null })
    await member.api.changeAvailability(office, { availability: 'available' })
    await this.#isFree(agent)
  }

  async #mayGo(agent: Agent, over: Interval): Promise<void> {
    agent.ahead = agent.ahead.filter((interval) => interval !== over)
    agent.wants = agent.ahead.length > 0 ? 'break' : 'home'
    if (agent.state === 'idle') await this.#isFree(agent)
  }

  /** Between two visits: the next one, a break, or home. */
  async #isFree(agent: Agent): Promise<void> {
    if (agent.wants === 'work') {
      this.#beIdle(agent)
    } else if (agent.wants === 'home' && this.#isNeeded(agent)) {
      this.#beIdle(agent)
      this.#lookAgain(agent)
    } else {
      agent.state = 'absent'
      agent.leaving = this.#leave(agent)
      await agent.leaving
    }
  }

  async #leave({ member, wants }: Agent): Promise<void> {
    const { office } = this.#place
    if (wants === 'home') await member.api.leaveCounter(office)
    else await member.api.changeAvailability(office, { availability: 'break' })
  }

  #beIdle(agent: Agent): void {
    agent.state = 'idle'
    agent.idleSince = this.#place.scheduler.now()
    this.look()
  }

  #isNeeded(agent: Agent): boolean {
    const now = this.#place.scheduler.now()
    const wanted = new Set(this.#waiting().map(({ service }) => service))
    for (const [service, last] of this.#lastArrival) if (last >= now) wanted.add(service)
    return isNeeded(agent, this.#agents, wanted)
  }
}
