// What may be asked for now by those who take a ticket themselves: the office's hours, what a manager
// has stopped, and how many tickets a service gives in a day. Staff may always add somebody, and who
// holds a ticket is always served.
import { nextDay, officeDay, startOfDay } from './office-time.ts'
import { openingAt, type Opening } from './opening-hours.ts'
import type { OfficeSettings, Words } from './settings.ts'
import type { OfficeState } from './state.ts'
import type { Visit } from './visit.ts'

/** Why a manager stops tickets; screens have words for each. */
export const STOP_REASONS = ['full', 'short-staffed', 'system-down', 'emergency', 'other'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** No more tickets for one service, or for the whole office (`service` null). */
export interface IntakeStop {
  readonly service: string | null
  readonly reason: StopReason
  /** UTC ms at which it is over by itself: at the latest when the office's day is. */
  readonly until: number
}

export interface Intake {
  readonly stops: readonly IntakeStop[]
  /** Tickets given on one office day, by service. */
  readonly taken: { readonly day: string; readonly of: Readonly<Record<string, number>> }
}

export const NO_INTAKE: Intake = { stops: [], taken: { day: '', of: {} } }

/** A service that nobody new can have now, and when people can again (UTC ms): the office is open then. */
export interface ServiceShut {
  readonly service: string
  readonly why: 'stopped' | 'quota'
  readonly reason: StopReason | null
  readonly until: number
}

/** What may be asked for at one instant. */
export interface IntakeNow {
  readonly isOpen: boolean
  /** Why it is not open. */
  readonly why: 'hours' | 'exception' | 'stopped' | null
  readonly reason: StopReason | null
  readonly words: Words | null
  /** UTC ms at which it closes when open, opens when closed; null: not known. */
  readonly changesAt: number | null
  readonly shut: readonly ServiceShut[]
}

/** The first instant (UTC ms) of the office's next day after `at`. */
export function endOfDay(settings: OfficeSettings, at: number): number {
  return startOfDay(nextDay(officeDay(at, settings.timeZone)), settings.timeZone)
}

/** What may be asked for at `at` (UTC ms), by what the office knows now. */
export function intakeAt(
  { intake }: Pick<OfficeState, 'intake'>,
  settings: OfficeSettings,
  at: number,
): IntakeNow {
  const opening = openingAt(settings.hours, settings.timeZone, at)
  const shut = shutServices(intake, settings, opening, at)
  const stop = intake.stops.find(({ service, until }) => service === null && until > at)
  if (!opening.isOpen) {
    const why = opening.isException ? 'exception' : 'hours'
    const { words, changesAt } = opening
    return { isOpen: false, why, reason: null, words, changesAt, shut }
  }
  if (!stop) {
    const { changesAt } = opening
    return { isOpen: true, why: null, reason: null, words: null, changesAt, shut }
  }
  const changesAt = opensAfter(settings, opening, stop.until)
  return { isOpen: false, why: 'stopped', reason: stop.reason, words: null, changesAt, shut }
}

/** When people are let in again once a stop is over at `until`. */
function opensAfter(settings: OfficeSettings, now: Opening, until: number): number | null {
  if (now.changesAt === null || until < now.changesAt) return until
  const then = openingAt(settings.hours, settings.timeZone, until)
  return then.isOpen ? until : then.changesAt
}

function shutServices(
  intake: Intake,
  settings: OfficeSettings,
  opening: Opening,
  at: number,
): ServiceShut[] {
  const again = (until: number): number => opensAfter(settings, opening, until) ?? until
  const today = officeDay(at, settings.timeZone)
  return settings.services.flatMap(({ code: service, quota }): ServiceShut[] => {
    const stop = intake.stops.find((each) => each.service === service && each.until > at)
    if (stop) return [{ service, why: 'stopped', reason: stop.reason, until: again(stop.until) }]
    const taken = intake.taken.day === today ? (intake.taken.of[service] ?? 0) : 0
    if (quota === undefined || taken < quota) return []
    return [{ service, why: 'quota', reason: null, until: again(endOfDay(settings, at)) }]
  })
}

/**
 * The next instant (UTC ms) after the office's last fact at which what may be asked for changes by
 * itself; null: never, as far as is known. Screens are told then.
 */
export function nextTurn(state: OfficeState): number | null {
  const { settings, intake, recordedAt } = state
  if (!settings) return null
  if (!settings.hours && intake.stops.length === 0 && !hasQuota(settings)) return null
  const now = intakeAt(state, settings, recordedAt)
  const opening = openingAt(settings.hours, settings.timeZone, recordedAt)
  const ends = intake.stops.map(({ until }) => until)
  if (now.shut.some(({ why }) => why === 'quota')) ends.push(endOfDay(settings, recordedAt))
  // While closed, the words of an exception are those of its day only.
  if (!opening.isOpen && hasException(settings, recordedAt)) {
    ends.push(endOfDay(settings, recordedAt))
  }
  if (opening.changesAt !== null) ends.push(opening.changesAt)
  const next = Math.min(...ends.filter((at) => at > recordedAt))
  return next === Infinity ? null : next
}

/** Whether the day of `at`, or the one after, is an exception. */
function hasException({ hours, timeZone }: OfficeSettings, at: number): boolean {
  const today = officeDay(at, timeZone)
  const days = [today, nextDay(today)]
  return hours?.exceptions.some(({ day }) => days.includes(day)) ?? false
}

const quotas = new WeakMap<OfficeSettings, boolean>()
function hasQuota(settings: OfficeSettings): boolean {
  let found = quotas.get(settings)
  if (found === undefined) {
    found = settings.services.some(({ quota }) => quota !== undefined)
    quotas.set(settings, found)
  }
  return found
}

/** Tickets given, after one more or one less: an arrival that was a mistake gives its place back. */
export function withTaken(intake: Intake, visit: Visit, step: 1 | -1): Intake {
  const { day } = visit.number
  if (day < intake.taken.day || (step < 0 && day !== intake.taken.day)) return intake
  const of = day === intake.taken.day ? { ...intake.taken.of } : {}
  for (const service of new Set(visit.requests.map((each) => each.service))) {
    of[service] = Math.max(0, (of[service] ?? 0) + step)
  }
  return { ...intake, taken: { day, of } }
}

/** The stops in force at `at` with this one in place of an earlier one for the same. */
export function withStop(intake: Intake, stop: IntakeStop, at: number): Intake {
  return { ...intake, stops: [...withoutStop(intake, stop.service, at).stops, stop] }
}

/** Without the stop of this service (null: of the whole office), and without those that are over. */
export function withoutStop(intake: Intake, service: string | null, at: number): Intake {
  const stops = intake.stops.filter((each) => each.service !== service && each.until > at)
  return { ...intake, stops }
}
