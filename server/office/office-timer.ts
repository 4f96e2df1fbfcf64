// The clock of each office: at the instant at which something is due by itself, the office is told
// to mind it. One timer an office, set anew after each commit; none where no rule asks for one.
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { nextDue } from '../domain/due.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Answer, Ask } from './asking.ts'

/** How soon what could not be done is tried again, ms. */
const RETRY_AFTER = 5_000
const SYSTEM = { kind: 'system', id: 'clock' } as const

export class OfficeTimer {
  private readonly clock: Clock
  private readonly execute: (ask: Ask) => Promise<Answer>
  private readonly log: Logger
  private readonly timers = new Map<string, { readonly at: number; readonly cancel: () => void }>()
  /** Offices that are minding their clock now, with the latest state they were seen in. */
  private readonly minding = new Map<string, OfficeState>()
  private isStopped = false

  constructor(clock: Clock, execute: (ask: Ask) => Promise<Answer>, log: Logger) {
    this.clock = clock
    this.execute = execute
    this.log = log
  }

  /** Waits for what is due next in this office; to be told of its state after each commit. */
  watch(state: OfficeState): void {
    const { office } = state
    if (this.minding.has(office)) this.minding.set(office, state)
    else this.waitFor(state, nextDue(state))
  }

  /** At a start: does what became due while the server was down, and waits for what is next. */
  async open(state: OfficeState): Promise<void> {
    const at = nextDue(state)
    if (at !== null && at <= this.clock.now()) await this.mind(state)
    else this.watch(state)
  }

  stop(): void {
    this.isStopped = true
    for (const { cancel } of this.timers.values()) cancel()
    this.timers.clear()
  }

  private waitFor(state: OfficeState, at: number | null): void {
    const { office } = state
    const waiting = this.timers.get(office)
    if (this.isStopped || waiting?.at === at) return
    waiting?.cancel()
    this.timers.delete(office)
    if (at === null) return
    if (at <= this.clock.now()) {
      void this.mind(state)
      return
    }
    const cancel = this.clock.at(at, () => void this.mind(state))
    this.timers.set(office, { at, cancel })
  }

  private async mind(state: OfficeState): Promise<void> {
    const { office } = state
    if (this.minding.has(office)) return
    this.timers.get(office)?.cancel()
    this.timers.delete(office)
    this.minding.set(office, state)
    const isDone = await this.ask(office)
    const latest = this.minding.get(office) ?? state
    this.minding.delete(office)
    const next = nextDue(latest)
    const soonest = this.clock.now() + (isDone ? 0 : RETRY_AFTER)
    // Still due although it was minded: never at once again, so that it cannot go round for ever.
    const isStuck = isDone && next !== null && next <= soonest && latest === state
    const at = isStuck ? soonest + RETRY_AFTER : Math.max(next ?? 0, isDone ? 0 : soonest)
    this.waitFor(latest, next === null ? null : at)
  }

  /** False when that failed. */
  private async ask(office: string): Promise<boolean> {
    const by = { actor: SYSTEM, mayOverrule: true }
    try {
      const answer = await this.execute({ office, command: { do: 'mind-clock' }, by })
      if (answer.ok) return true
      this.log.error({ office, answer }, 'what was due was refused')
    } catch (error) {
      if (!this.isStopped) this.log.error({ err: error, office }, 'what was due could not be done')
    }
    return false
  }
}
