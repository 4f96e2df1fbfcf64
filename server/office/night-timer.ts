// The night of each office: closes what an earlier day left behind, once the office's own clock has
// passed the minute its policy names.
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { instantOf, nextDay, officeDay, wallClock } from '../domain/office-time.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Answer, Ask } from './asking.ts'

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

  constructor(clock: Clock, execute: (ask: Ask) => Promise<Answer>, log: Logger) {
    this.clock = clock
    this.execute = execute
    this.log = log
  }

  /** Waits for the next night of this office; to be told again when its settings may have changed. */
  watch({ office, settings }: OfficeState): void {
    const waiting = this.timers.get(office)
    if (waiting?.settings === settings) return
    const minute = settings?.policy.nightCloseMinute ?? null
    if (!settings || minute === null) {
      waiting?.cancel()
      this.timers.delete(office)
      return
    }
    waiting?.cancel()
    const at = nextNight(this.clock.now(), minute, settings.timeZone)
    const cancel = this.clock.at(at, () => void this.close(office, settings.timeZone))
    this.timers.set(office, { settings, cancel })
  }

  /** At a start: makes up for a night that passed while the server was down. */
  async open(state: OfficeState): Promise<void> {
    const { settings } = state
    const minute = settings?.policy.nightCloseMinute ?? null
    if (!settings || minute === null) return
    const isPast = wallClock(this.clock.now(), settings.timeZone).minute >= minute
    if (isPast) await this.close(state.office, settings.timeZone)
    this.watch(state)
  }

  /** Closes what days before the present one left in this office. */
  async close(office: string, zone: string): Promise<void> {
    this.timers.delete(office)
    const day = officeDay(this.clock.now(), zone)
    const by = { actor: SYSTEM, mayOverrule: true }
    await this.execute({ office, command: { do: 'close-day', day }, by }).catch(
      (error: unknown) => {
        this.log.error({ err: error, office }, 'the night could not be closed')
      },
    )
  }

  stop(): void {
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
