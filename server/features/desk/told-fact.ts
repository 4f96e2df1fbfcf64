// One fact of a visit's story as a manager is told it: who, where, and what it changed; never a name of who
// was served, which no fact holds.
import type { Fact } from '../../domain/facts.ts'
import type { Words } from '../../domain/settings.ts'
import type { Visit } from '../../domain/visit.ts'
import type { ToldFact } from '../../protocol/answers.ts'
import type { NameOf } from './counter-row.ts'
import { instant } from './visit-row.ts'

/** Who staff and offices are. */
export interface StoryNames {
  readonly nameOf: NameOf
  readonly officeNames: ReadonlyMap<string, Words>
}

/** `visit` as it is now: its requests are known by their numbers. */
export function toldFact(fact: Fact, { requests }: Visit, names: StoryNames): ToldFact {
  const { seq, at, recordedAt, actor, body } = fact
  return {
    seq,
    type: body.type,
    at: instant(at),
    recordedAt: instant(recordedAt),
    by: actor.kind === 'staff' ? names.nameOf(actor.id) : null,
    actor: actor.kind,
    ...whatOf(fact, requests, names),
  }
}

function whatOf(
  { body }: Fact,
  requests: Visit['requests'],
  { nameOf, officeNames }: StoryNames,
): Partial<ToldFact> {
  const named = (office: string): Partial<ToldFact> => ({
    office,
    officeName: officeNames.get(office),
  })
  const serviceOf = (request: number): string[] =>
    requests.slice(request - 1, request).map(({ service }) => service)
  switch (body.type) {
    case 'visit-arrived': {
      const { bookedAt, party } = body.details ?? {}
      return {
        ...{ services: body.requests.map(({ service }) => service), priority: body.priority },
        ...(bookedAt === undefined ? {} : { bookedAt: instant(bookedAt) }),
        ...(party === undefined ? {} : { people: party }),
      }
    }
    case 'visit-called': {
      const { rule, minutes, candidates, passedOver } = body.reason
      const call = { rule, candidates, passedOver, ...(minutes === undefined ? {} : { minutes }) }
      return { counter: body.counter, call }
    }
    case 'visit-begun':
      return { counter: body.counter }
    case 'visit-held':
      return {
        ...(body.reason === null ? {} : { reason: body.reason }),
        ...(body.backAt === null ? {} : { backAt: instant(body.backAt) }),
      }
    case 'visit-transferred':
      return {
        ...(body.service === null ? {} : { services: [body.service] }),
        ...(body.counter === null ? {} : { counter: body.counter }),
        ...(body.agent === null ? {} : { agent: nameOf(body.agent) }),
      }
    case 'visit-assigned':
      return body.agent === null ? {} : { agent: nameOf(body.agent) }
    case 'visit-sent':
      return named(body.to)
    case 'visit-received':
      return named(body.from)
    case 'request-added':
      return { services: [body.request.service] }
    case 'request-changed':
      return { services: [body.to.service] }
    case 'request-switched':
      return { services: serviceOf(body.request) }
    case 'request-finished': {
      const { request, quantity, outcome } = body.result
      return {
        ...{ services: serviceOf(request), then: body.then },
        ...(quantity === undefined ? {} : { quantity }),
        ...(outcome === undefined ? {} : { outcome }),
      }
    }
    case 'priority-changed':
      return { priority: body.priority }
    case 'visit-reordered':
      return { reason: body.reason }
    case 'visit-raised':
      return { minutes: body.minutes }
    case 'visit-left':
      return { leftBy: body.by }
    case 'visit-corrected':
      return { reason: body.reason, endedAs: body.to, endedAt: instant(body.endedAt) }
    case 'visit-undone':
      return { undoes: body.undoes }
    default:
      return {}
  }
}
