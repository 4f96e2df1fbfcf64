// The night of each office: closes what an earlier day left behind, once the office's own clock has
// passed the minute its policy names.
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { instantOf, nextDay, officeDay, wallClock } from '../domain/office-time.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Answer, Ask } from './asking.ts'

/** How soon a night that could not be closed is tried again, ms. */
const RETRY_AFTER = 60_000
const SYSTEM = { kind: 'system', id: 'night' } as const

/** The night an office waits for: by which settings, and how to stop waiting. */
interface Night {
  readonly settings: OfficeSettings
  readonly cancel: () => void
}

export class NightTimer {
  private readonly clock: Clock
  private readonly execute: (ask: Ask) => Promise<Answer>
  private readonly log: Logger
  private readonly timers = new Map<string, Night>()
  private isStopped = false

  constructor(clock: Clock, execute: (ask: Ask) => Promise<Answer>, log: Logger) {
    this.clock = clock
    this.execute = execute
    this.log = log
  }

  /** Waits for the next night of this office; to be told again when its settings may have changed. */
  watch(state: OfficeState): void {
    const { office, settings } = state
    const waiting = this.timers.get(office)
    if (waiting?.settings === settings) return
    const minute = settings?.policy.nightCloseMinute ?? null
    if (!settings || minute === null) {
      waiting?.cancel()
      this.timers.delete(office)
      return
    }
    waiting?.cancel()
    this.wait(state, settings, nextNight(this.clock.now(), minute, settings.timeZone))
  }

  private wait(state: OfficeState, settings: OfficeSettings, at: number): void {
    const cancel = this.clock.at(at, () => void this.night(state, settings))
    this.timers.set(state.office, { settings, cancel })
  }

  /** Closes, and waits for the next night: also when there was nothing to close, or it failed. */
  private async night(state: OfficeState, settings: OfficeSettings): Promise<void> {
    const { office } = state
    const isClosed = await this.close(office, settings.timeZone)
    if (this.isStopped || this.timers.has(office)) return
    if (isClosed) this.watch(state)
    else this.wait(state, settings, this.clock.now() + RETRY_AFTER)
  }

  /** At a start: makes up for a night that passed while the server was down. */
  async open(state: OfficeState): Promise<void> {
    const { settings } = state
    const minute = settings?.policy.nightCloseMinute ?? null
    if (!settings || minute === null) return
    const isPast = wallClock(this.clock.now(), settings.timeZone).minute >= minute
    if (isPast) await this.night(state, settings)
    else this.watch(state)
  }

  /** Closes what days before the present one left in this office. False when that failed. */
  private async close(office: string, zone: string): Promise<boolean> {
    this.timers.delete(office)
    const day = officeDay(this.clock.now(), zone)
    const by = { actor: SYSTEM, mayOverrule: true }
    try {
      await this.execute({ office, command: { do: 'close-day', day }, by })
      return true
    } catch (error) {
      this.log.error({ err: error, office }, 'the night could not be closed')
      return false
    }
  }

  stop(): void {
    this.isStopped = true
    for (const { cancel } of this.timers.values()) cancel()
    this.timers.clear()
  }
}

/** The next instant (UTC ms) after `now` at which the clock of `zone` shows `minute`. */
export function nextNight(now: number, minute: number, zone: string): number {
  const { day } = wallClock(now, zone)
  const tonight = instantOf(day, minute, zone)
  return tonight > now ? tonight : instantOf(nextDay(day), minute, zone)
}
