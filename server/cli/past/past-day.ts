// One day of an office that is over: who was called when, by a plain queue of its own, as the facts
// it would have left in the journal. Pure: the same plan and chance give the same day.
import type { Actor, CallReason, FactBody } from '../../domain/facts.ts'
import type { OfficeSettings } from '../../domain/settings.ts'
import { MINUTE, SECOND, type AgentPlan, type Citizen, type Day } from '../simulate/day.ts'
import type { Instant } from '../simulate/scheduler.ts'
import type { Random } from '../simulate/seeded-random.ts'
import { arrivalOf, drawLife, type Life } from './past-life.ts'

export interface PastFact {
  readonly at: Instant
  readonly actor: Actor
  readonly body: FactBody
}

export interface Setting {
  readonly settings: OfficeSettings
  /** YYYY-MM-DD */
  readonly day: string
  readonly plan: Day
  /** Ids of those at work, as many as the plan has agents. */
  readonly agents: readonly string[]
  /** When whoever is still there is closed. */
  readonly night: Instant
  readonly random: Random
  readonly newId: (at: Instant) => string
}

interface Waiting {
  readonly visit: string
  readonly citizen: Citizen
  readonly life: Life
  /** Arrival less what its class is credited. */
  readonly rank: Instant
}

interface Worker {
  readonly id: string
  readonly counter: string
  readonly takes: ReadonlySet<string> | null
  readonly work: AgentPlan['work']
  free: Instant
  shift: number
}

/** Nobody sits down at the very minute. */
const EARLY = 4 * MINUTE
const AFTER_EACH = 12 * SECOND
const RECALLS = [60 * SECOND, 120 * SECOND] as const
const GIVEN_UP = 180 * SECOND
const SYSTEM: Actor = { kind: 'system', id: 'past' }
const KIOSK: Actor = { kind: 'device', id: 'past' }

/** The facts of the day, in order. */
export function playPastDay(setting: Setting): PastFact[] {
  return new PastDay(setting).play()
}

class PastDay {
  private readonly facts: PastFact[] = []
  private readonly setting: Setting
  private readonly workers: Worker[]
  private line: Waiting[] = []
  private readonly coming: Citizen[]
  private next = 0
  private readonly numbers = new Map<string, number>()

  constructor(setting: Setting) {
    this.setting = setting
    const { plan, agents, settings } = setting
    this.coming = [...plan.citizens].sort((a, b) => a.arrivesAt - b.arrivesAt)
    this.workers = plan.agents.map(({ services, work }, index) => ({
      id: agents[index] ?? `past-${index + 1}`,
      counter: settings.counters[index]?.code ?? String(index + 1),
      takes: services && new Set(services),
      ...{ work, free: (work[0]?.from ?? 0) - setting.random.between(0, EARLY), shift: 0 },
    }))
  }

  play(): PastFact[] {
    for (const worker of this.workers) this.signIn(worker)
    let working = [...this.workers]
    while (working.length > 0) {
      const worker = working.reduce((one, other) => (other.free < one.free ? other : one))
      if (!this.step(worker)) working = working.filter((each) => each !== worker)
    }
    this.arrive(Infinity)
    for (const { visit } of this.line) {
      this.tell(this.setting.night, SYSTEM, { type: 'visit-closed', visit })
    }
    return this.facts.sort((a, b) => a.at - b.at)
  }

  private tell(at: Instant, actor: Actor, body: FactBody): void {
    this.facts.push({ at: Math.round(at), actor, body })
  }

  private signIn({ id, counter, takes, free }: Worker): void {
    const profile = { services: takes && [...takes], counterKinds: null, languages: null }
    const body = { type: 'agent-stationed', agent: id, counter, ...profile } as const
    this.tell(free, { kind: 'staff', id }, body)
  }

  /** What an agent who is free does next. False: they have gone home. */
  private step(worker: Worker): boolean {
    const shift = worker.work[worker.shift]
    if (!shift) return false
    const isLast = worker.shift === worker.work.length - 1
    this.arrive(worker.free)
    if (worker.free >= shift.to && !isLast) {
      this.eat(worker)
      return true
    }
    const chosen = this.choose(worker)
    if (chosen) {
      this.serve(worker, chosen.waiting, chosen.reason)
      return true
    }
    const next = this.nextFor(worker)
    if (next !== null && (next < shift.to || isLast)) worker.free = Math.max(next, worker.free + 1)
    else if (isLast) return this.goHome(worker, shift.to)
    else worker.free = shift.to
    return true
  }

  private eat(worker: Worker): void {
    const { id, free } = worker
    const actor: Actor = { kind: 'staff', id }
    const change = { type: 'agent-availability-changed', agent: id } as const
    this.tell(free, actor, { ...change, availability: 'break', reason: 'lunch' })
    const planned = worker.work[worker.shift + 1]
    const length = (planned?.from ?? free) - (worker.work[worker.shift]?.to ?? free)
    worker.shift += 1
    worker.free = free + length
    this.tell(worker.free, actor, { ...change, availability: 'available' })
  }

  private goHome({ id, free }: Worker, closing: Instant): false {
    const at = Math.max(free, closing) + this.setting.random.between(0, 5 * MINUTE)
    this.tell(at, { kind: 'staff', id }, { type: 'agent-signed-off', agent: id })
    return false
  }

  /** Everybody who has come by `until`, less those whose patience is over. */
  private arrive(until: Instant): void {
    const { settings, random, newId, day } = this.setting
    for (;;) {
      const citizen = this.coming[this.next]
      if (!citizen || citizen.arrivesAt > until) break
      this.next += 1
      const visit = newId(citizen.arrivesAt)
      const life = drawLife(settings, citizen, random)
      const body = arrivalOf(settings, { visit, citizen, life, day, numbers: this.numbers })
      this.tell(citizen.arrivesAt, life.channel === 'in-person' ? KIOSK : SYSTEM, body)
      const credit = settings.policy.classes.find(({ code }) => code === citizen.priority)
      const rank = citizen.arrivesAt - (credit?.creditMinutes ?? 0) * MINUTE
      this.line.push({ visit, citizen, life, rank })
    }
    this.line = this.line.filter(({ visit, citizen: { arrivesAt, patience } }) => {
      if (patience === null || arrivesAt + patience > until) return true
      const body = { type: 'visit-left', visit, by: 'citizen' } as const
      this.tell(arrivesAt + patience, SYSTEM, body)
      return false
    })
  }

  private choose(worker: Worker): { waiting: Waiting; reason: CallReason } | null {
    const mine = this.line.filter(({ citizen }) => takes(worker, citizen.service))
    const [first, ...others] = mine
    if (!first) return null
    const waiting = others.reduce((one, other) => (other.rank < one.rank ? other : one), first)
    const { arrivesAt, priority } = waiting.citizen
    const passedOver = mine.filter(({ citizen }) => citizen.arrivesAt < arrivesAt).length
    const counts = { candidates: mine.length, passedOver }
    const isUsual = passedOver === 0
    const why = isUsual
      ? { rule: 'longest-wait' as const }
      : { rule: 'priority' as const, class: priority }
    this.line = this.line.filter((each) => each !== waiting)
    return { waiting, reason: { ...why, ...counts } }
  }

  /** When the next one comes whom this agent takes; null: nobody does any more. */
  private nextFor(worker: Worker): Instant | null {
    for (let index = this.next; index < this.coming.length; index += 1) {
      const citizen = this.coming[index]
      if (citizen && takes(worker, citizen.service)) return citizen.arrivesAt
    }
    return null
  }

  private serve(worker: Worker, { visit, citizen, life }: Waiting, reason: CallReason): void {
    const { id, counter, free } = worker
    const actor: Actor = { kind: 'staff', id }
    const who = { visit, agent: id, counter }
    this.tell(free, actor, { type: 'visit-called', ...who, reason })
    if (!citizen.comesWhenCalled) {
      for (const after of RECALLS) this.tell(free + after, actor, { type: 'visit-recalled', visit })
      worker.free = free + GIVEN_UP
      this.tell(worker.free, actor, { type: 'visit-not-shown', visit, standing: null })
      return
    }
    let at = free + citizen.walk
    this.tell(at, actor, { type: 'visit-begun', ...who })
    for (const { after, body } of life.during) {
      at += after
      this.tell(at, actor, body(who))
    }
    at += life.rest
    if (life.isForgotten && this.isLastOf(worker)) {
      this.tell(this.setting.night, SYSTEM, { type: 'visit-closed', visit })
    } else {
      for (const body of life.endOf(visit)) this.tell(at, actor, body)
    }
    worker.free = at + AFTER_EACH
  }

  /** Whoever forgets to finish does so before going home: nobody else would be called before. */
  private isLastOf(worker: Worker): boolean {
    return this.line.length === 0 && this.nextFor(worker) === null
  }
}

function takes({ takes }: Worker, service: string): boolean {
  return takes?.has(service) ?? true
}
