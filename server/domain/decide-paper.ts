// A roll of paper tickets was given out while everything was down. Each is written down afterwards
// with its true times, in a series of its own, so that no number of the office is used twice.
import type { CommandOf } from './commands.ts'
import type { Deciding } from './deciding.ts'
import { officeDay } from './office-time.ts'
import { Refused } from './refusals.ts'
import type { OfficeSettings } from './settings.ts'
import type { OfficeState } from './state.ts'
import type { TicketNumber } from './ticket-number.ts'

/** How long after the arrival a paper ticket can be written down, ms: a week. */
const PAPER_WITHIN = 7 * 24 * 3_600_000

export function enterPaperTicket(d: Deciding, command: CommandOf<'enter-paper-ticket'>): string {
  const { visit, requests, language, priority, arrivedAt, begunAt, endedAt, ended } = command
  const services = requests.map((request) => d.service(request.service))
  if (services.length === 0) throw new Refused('service-unknown', { service: '' })
  d.priority(priority)
  checkTimes(d, command)
  const day = officeDay(arrivedAt, d.settings.timeZone)
  const number = { day, prefix: paperPrefix(d.settings), value: command.number }
  if (isTaken(d.state, number)) throw new Refused('number-taken', { number: command.number })
  const counter = begunAt === undefined ? undefined : counterOf(d, command)
  const kind = d.settings.counterKinds[0]?.code
  d.record(
    {
      type: 'visit-arrived',
      visit,
      number,
      requests,
      language,
      priority,
      via: 'paper',
      ...(kind === undefined ? {} : { details: { counterKind: kind } }),
    },
    arrivedAt,
  )
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
  const isPast = (times.at(-1) ?? 0) <= d.now && arrivedAt >= d.now - PAPER_WITHIN
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

function isTaken({ visits, ended }: OfficeState, { day, prefix, value }: TicketNumber): boolean {
  return [visits, ended].some((map) =>
    map.some(
      ({ number }) => number.value === value && number.prefix === prefix && number.day === day,
    ),
  )
}

/** Where it was served: as written down, else where the agent who writes it down is. */
function counterOf(d: Deciding, { counter }: CommandOf<'enter-paper-ticket'>): string {
  if (counter === undefined) return d.agent().counter
  d.counter(counter)
  return counter
}
