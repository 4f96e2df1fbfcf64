// Which calls of a commit are announced in the room, and which of them without sound.
import { ticketText } from '../../domain/ticket-number.ts'
import { currentRequest, isInPerson } from '../../domain/visit.ts'
import type { Changed } from '../../live/publisher.ts'
import type { Commit, Snapshot } from '../../office/asking.ts'
import type { CallAnnounced } from '../../protocol/events.ts'
import { isQuiet, nameOf } from './board-calls.ts'

/** What the live audiences need to know of a commit. */
export function toChanged(commit: Commit): Changed<Snapshot> {
  const { office, before, after, facts } = commit
  const visits = facts.flatMap(({ body }) => ('visit' in body ? [body.visit] : []))
  const { seq, recordedAt } = after.state
  return { office, before, after, visits, version: seq, at: recordedAt, calls: callsOf(commit) }
}

function callsOf({ after, facts }: Commit): CallAnnounced[] {
  return facts.flatMap(({ seq, body }) => {
    if (body.type !== 'visit-called' && body.type !== 'visit-recalled') return []
    const visit = after.state.visits.get(body.visit)
    // Called and gone within one commit: there is nobody to call any more. By phone or mail: there
    // is nobody in the room to hear it.
    if (visit?.counter == null || visit.calledSeq === null || !isInPerson(visit)) return []
    const { id, counter, language, number, calledSeq: call, timesCalled: times } = visit
    return [
      {
        id: seq,
        visit: id,
        ticket: ticketText(number),
        counter,
        language,
        ...(isQuiet(after, id) ? { quiet: true as const } : {}),
        ...(call === seq ? {} : { call }),
        ...(times === 1 ? {} : { times }),
        service: currentRequest(visit).service,
        ...nameOf(after, id),
      },
    ]
  })
}
