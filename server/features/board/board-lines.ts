// How many wait for each service, and the next numbers of each board: of whoever is in the room.
import { orderOf } from '../../domain/deciding.ts'
import { wholeLine } from '../../domain/order.ts'
import { remembered } from '../../domain/remembered.ts'
import { boardsOf, type Board } from '../../domain/room.ts'
import { findVisit, waitingVisits, type OfficeState } from '../../domain/state.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { currentRequest, isInPerson } from '../../domain/visit.ts'
import type { Changed } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { BoardNext, BoardService } from '../../protocol/views.ts'

const SERVICE = 'service:'
const NEXT = 'next:'

const waitingFor = remembered(
  (state: OfficeState): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    for (const visit of waitingVisits(state)) {
      if (!isInPerson(visit)) continue
      const { service } = currentRequest(visit)
      found.set(service, (found.get(service) ?? 0) + 1)
    }
    return found
  },
  { office: ({ office }) => office, by: ({ visits }) => visits },
)

export function serviceIds({ state }: Snapshot): string[] {
  return (state.settings?.services ?? []).map(({ code }) => SERVICE + code)
}

/** Null when it is no such id, or the office has no such service. */
export function serviceRow({ state }: Snapshot, id: string): BoardService | null {
  if (!id.startsWith(SERVICE)) return null
  const code = id.slice(SERVICE.length)
  if (!state.settings?.services.some((each) => each.code === code)) return null
  return { id, kind: 'service', code, waiting: waitingFor(state).get(code) ?? 0 }
}

const boardsWithNext = ({ state }: Snapshot): Board[] =>
  boardsOf(state.room, state.settings).filter(({ shows }) => shows.next > 0)

export function nextIds(office: Snapshot): string[] {
  return boardsWithNext(office).map(({ code }) => NEXT + code)
}

/** Null when it is no such id, or that board shows none. */
export function nextRow(office: Snapshot, id: string): BoardNext | null {
  if (!id.startsWith(NEXT)) return null
  const { state } = office
  const board = boardsWithNext(office).find(({ code }) => NEXT + code === id)
  if (!board || !state.settings) return null
  const { services, shows } = board
  const line = wholeLine(state, orderOf(state.settings)).filter(
    (visit) =>
      isInPerson(visit) && (services === null || services.includes(currentRequest(visit).service)),
  )
  const tickets = line.slice(0, shows.next).map(({ number }) => ticketText(number))
  return { id, kind: 'next', board: board.code, tickets }
}

/** The lines that a commit may have moved. */
export function touchedLines({ before, after, visits }: Changed<Snapshot>): string[] {
  const services = visits.flatMap((id) =>
    [before, after].flatMap(({ state }) => {
      const visit = findVisit(state, id)
      return visit ? [SERVICE + currentRequest(visit).service] : []
    }),
  )
  return [...services, ...nextIds(before), ...nextIds(after)]
}
