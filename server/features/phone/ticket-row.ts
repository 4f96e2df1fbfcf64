// A ticket as its own citizen sees it.
import { orderOf } from '../../domain/deciding.ts'
import { moreTimeLeft } from '../../domain/more-time.ts'
import { officeDay } from '../../domain/office-time.ts'
import { aheadOf } from '../../domain/place-in-line.ts'
import type { OfficeSettings, Words } from '../../domain/settings.ts'
import { findVisit } from '../../domain/state.ts'
import { isLive } from '../../domain/states.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { currentRequest, type Visit } from '../../domain/visit.ts'
import { whyLater } from '../../domain/why-later.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { TicketRow } from '../../protocol/ticket-view.ts'

/**
 * The row of a visit, at `now` (UTC ms); null when this office does not have it, or had it on a day
 * that is over: a link follows a visit, and is worth nothing once its day has ended.
 */
export function ticketRow({ state }: Snapshot, id: string, now: number): TicketRow | null {
  const { settings } = state
  const visit = findVisit(state, id)
  if (!settings || !visit) return null
  const { endedAt } = visit
  const isOver = !isLive(visit.state) && endedAt !== null
  if (isOver && dayOf(endedAt, settings) !== dayOf(now, settings)) return null
  const order = orderOf(settings)
  const isWaiting = visit.state === 'waiting' || visit.state === 'expected'
  const { passedAt } = visit.details
  return {
    id: 'ticket',
    state: visit.state,
    kind: 'ticket',
    ticket: ticketText(visit.number),
    office: settings.name,
    timeZone: settings.timeZone,
    service: serviceName(settings, visit),
    language: visit.language,
    arrivedAt: instant(visit.arrivedAt),
    peopleAhead: aheadOf(state, order, visit),
    whyLater: isWaiting ? whyLater(state, order, visit) : null,
    counter: counterName(settings, visit),
    call: visit.state === 'called' ? visit.calledSeq : null,
    moreTimeLeft: moreTimeLeft(visit),
    passedAt: visit.state === 'expected' && passedAt !== undefined ? instant(passedAt) : null,
    lateMinutes: settings.joining?.lateMinutes ?? null,
  }
}

function serviceName({ services }: OfficeSettings, visit: Visit): Words {
  const { service } = currentRequest(visit)
  return services.find(({ code }) => code === service)?.name ?? { en: service, fr: service }
}

function counterName({ counters }: OfficeSettings, visit: Visit): Words | null {
  const { state, counter } = visit
  if (counter === null || (state !== 'called' && state !== 'serving')) return null
  return counters.find(({ code }) => code === counter)?.name ?? { en: counter, fr: counter }
}

function dayOf(at: number, { timeZone }: OfficeSettings): string {
  return officeDay(at, timeZone)
}

function instant(at: number): string {
  return new Date(at).toISOString()
}
