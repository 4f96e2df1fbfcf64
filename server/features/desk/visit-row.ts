// A visit as staff see it: whole in an answer, shortened in the row that every desk is sent.
import { orderOf } from '../../domain/deciding.ts'
import { waitedBefore } from '../../domain/metrics.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { currentRequest, type Visit } from '../../domain/visit.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { DeskVisit } from '../../protocol/views.ts'
import { alikeTo } from './alike.ts'

export const instant = (at: number): string => new Date(at).toISOString()

/** The whole visit. */
export function deskVisit(office: Snapshot, visit: Visit): DeskVisit {
  const { state, people } = office
  const person = people.get(visit.id)
  return {
    id: visit.id,
    state: visit.state,
    kind: 'visit',
    ticket: ticketText(visit.number),
    sortKey: state.settings ? orderOf(state.settings).sortKey(visit) : '',
    service: currentRequest(visit).service,
    requests: [...visit.requests],
    current: visit.current,
    language: visit.language,
    priority: visit.priority,
    via: visit.via,
    arrivedAt: instant(visit.arrivedAt),
    since: instant(visit.endedAt ?? visit.segments.at(-1)?.from ?? visit.arrivedAt),
    agent: visit.agent,
    counter: visit.counter,
    timesCalled: visit.timesCalled,
    heldFor: visit.heldFor,
    backAt: visit.backAt === null ? null : instant(visit.backAt),
    name: person?.name ?? null,
    note: person?.note ?? null,
    ...whatFewHave(visit, person),
    ...alike(office, visit),
  }
}

function alike(office: Snapshot, { id }: Visit): Pick<DeskVisit, 'alike'> {
  const found = alikeTo(office, id).map(({ number, state }) => ({
    ticket: ticketText(number),
    state,
  }))
  return found.length === 0 ? {} : { alike: found }
}

type Person = ReturnType<Snapshot['people']['get']>

/** What few visits have is not in the rows of the others: a row is sent with each change. */
function whatFewHave(visit: Visit, person: Person) {
  const { details, raised, timesMissed, timesWrong } = visit
  const { party, counterKind, bookedAt } = details
  const waited = waitedBefore(visit)
  return {
    ...(waited === 0 ? {} : { waited }),
    ...(person?.phone ? { phone: person.phone } : {}),
    ...(person?.email ? { email: person.email } : {}),
    ...(person && person.needs.length > 0 ? { needs: [...person.needs] } : {}),
    ...(person?.mayBeCalledByName ? { mayBeCalledByName: true as const } : {}),
    ...(person?.card ? { hasCard: true as const } : {}),
    ...(party === undefined ? {} : { party }),
    ...(counterKind === undefined ? {} : { counterKind }),
    ...(bookedAt === undefined ? {} : { bookedAt: instant(bookedAt) }),
    ...(raised === null ? {} : { raised }),
    ...(isSaidAgain(visit) ? { announcedAt: instant(visit.announcedAt) } : {}),
    ...(timesMissed === 0 ? {} : { timesMissed }),
    ...(timesWrong ? { timesWrong: true as const } : {}),
  }
}

/** Called and announced once more; the first time is `since`. */
function isSaidAgain(visit: Visit): visit is Visit & { readonly announcedAt: number } {
  const { state, announcedAt, segments } = visit
  return state === 'called' && announcedAt !== null && announcedAt !== segments.at(-1)?.from
}

/** How much of a note every desk is sent; all of it is in `GET /visits/{visit}`. */
const NOTE_SHOWN = 200

/** The visit as a row of every desk: of a long note, its beginning. */
export function visitRow(office: Snapshot, visit: Visit): DeskVisit {
  const whole = deskVisit(office, visit)
  const { note } = whole
  if (note === null || note.length <= NOTE_SHOWN) return whole
  const shown = [...note].slice(0, NOTE_SHOWN)
  return shown.join('') === note ? whole : { ...whole, note: `${shown.join('')}…` }
}
