// A roll of paper tickets was given out while everything was down. Each is written down afterwards
// with its true times, in a series of its own, so that no number of the office is used twice.
import type { CommandOf } from './commands.ts'
import type { Deciding } from './deciding.ts'
import type { ArrivalDetails, ArrivedVia, AskedFor } from './facts.ts'
import { officeDay } from './office-time.ts'
import { Refused } from './refusals.ts'
import type { Language, OfficeSettings } from './settings.ts'
import type { OfficeState } from './state.ts'
import type { TicketNumber } from './ticket-number.ts'
import type { Visit } from './visit.ts'

/** How long after the arrival a ticket given elsewhere can be written down, ms: a week. */
export const WRITTEN_WITHIN = 7 * 24 * 3_600_000

/** Somebody who was given a number elsewhere, of a series of its own; each once a day. */
export interface Numbered {
  readonly visit: string
  readonly number: TicketNumber
  readonly requests: readonly AskedFor[]
  readonly language: Language
  readonly priority: string
  readonly via: ArrivedVia
  readonly details: ArrivalDetails
}

/** Arrived at `at`, UTC ms. Refuses a number that somebody has: `number-taken`. */
export function arriveNumbered(d: Deciding, numbered: Numbered, at: number): void {
  const { details: given, ...body } = numbered
  const { number } = body
  if (findNumbered(d.state, number)) throw new Refused('number-taken', { number: number.value })
  const kind = d.settings.counterKinds[0]?.code
  const details = { ...(kind === undefined ? {} : { counterKind: kind }), ...given }
  const isUsual = Object.keys(details).length === 0
  d.record({ type: 'visit-arrived', ...body, ...(isUsual ? {} : { details }) }, at)
}

export function enterPaperTicket(d: Deciding, command: CommandOf<'enter-paper-ticket'>): string {
  const { visit, requests, language, priority, arrivedAt, begunAt, endedAt, ended } = command
  const services = requests.map((request) => d.service(request.service))
  if (services.length === 0) throw new Refused('service-unknown', { service: '' })
  d.priority(priority)
  checkTimes(d, command)
  const day = officeDay(arrivedAt, d.settings.timeZone)
  const number = { day, prefix: paperPrefix(d.settings), value: command.number }
  const counter = begunAt === undefined ? undefined : counterOf(d, command)
  const via = 'paper'
  arriveNumbered(d, { visit, number, requests, language, priority, via, details: {} }, arrivedAt)
  if (begunAt !== undefined && counter !== undefined) {
    d.record({ type: 'visit-begun', visit, agent: d.by.actor.id, counter }, begunAt)
  }
  if (endedAt === undefined) return visit
  if (ended === 'left') d.record({ type: 'visit-left', visit, by: 'citizen' }, endedAt)
  else finishAll(d, visit, requests.length, endedAt)
  return visit
}

function finishAll(d: Deciding, visit: string, count: number, at: number): void {
  for (let request = 1; request <= count; request += 1) {
    const then = request < count ? 'serving' : 'served'
    d.record({ type: 'request-finished', visit, result: { request }, then }, at)
  }
}

/** In their order, not in the future, and of a day that is not long past; who waits came today. */
function checkTimes(d: Deciding, command: CommandOf<'enter-paper-ticket'>): void {
  const { arrivedAt, begunAt, endedAt } = command
  const times = [arrivedAt, begunAt, endedAt].filter((each) => each !== undefined)
  const isOrdered = times.every((each, index) => each >= (times[index - 1] ?? each))
  const zone = d.settings.timeZone
  const isToday = officeDay(arrivedAt, zone) === officeDay(d.now, zone)
  const isPast = (times.at(-1) ?? 0) <= d.now && arrivedAt >= d.now - WRITTEN_WITHIN
  // Who is at a counter now is written down as waiting, then begun: that agent may have another.
  const isAtCounter = begunAt !== undefined && endedAt === undefined
  if (!isOrdered || !isPast || isAtCounter || (endedAt === undefined && !isToday)) {
    throw new Refused('times-impossible')
  }
}

/** `P` for paper, doubled while a service of the office has that prefix. */
function paperPrefix({ services }: OfficeSettings): string {
  let prefix = 'P'
  while (services.some((each) => each.prefix === prefix)) prefix += 'P'
  return prefix
}

/** Who has this number: a visit of today, or one that is still live. */
export function findNumbered(
  { visits, ended }: OfficeState,
  { day, prefix, value }: TicketNumber,
): Visit | undefined {
  const has = ({ number }: Visit): boolean =>
    number.value === value && number.prefix === prefix && number.day === day
  return visits.find(has) ?? ended.find(has)
}

/** Where it was served: as written down, else where the agent who writes it down is. */
function counterOf(d: Deciding, { counter }: CommandOf<'enter-paper-ticket'>): string {
  if (counter === undefined) return d.agent().counter
  d.counter(counter)
  return counter
}
