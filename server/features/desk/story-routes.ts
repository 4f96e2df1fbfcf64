// What a manager looks back on: which visits ended today, what happened to one of them, and how it
// really ended.
import type { Database } from '../../db/connect.ts'
import { storyOf } from '../../db/journal.ts'
import { findVisit, type OfficeState } from '../../domain/state.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { route, type Route } from '../../http/route.ts'
import type { ToldFact } from '../../protocol/answers.ts'
import * as ask from '../../protocol/requests.ts'
import { EndedVisits, VisitStory } from '../../protocol/views.ts'
import type { Commands } from '../commands.ts'
import { formerWords } from '../offices/former-words.ts'
import { officeNames } from '../offices/office-store.ts'
import type { NameOf } from './counter-row.ts'
import { toldFact } from './told-fact.ts'
import { moveRoute } from './visit-move.ts'
import { deskVisit } from './visit-row.ts'

/** The most ended visits that are listed. */
const ENDED_MOST = 200

export function storyRoutes(commands: Commands, db: Database, nameOf: NameOf): Route[] {
  return [endedRoute(commands), storyRoute(commands, db, nameOf), correctRoute(commands)]
}

function endedRoute(commands: Commands): Route {
  return route({
    method: 'get',
    path: '/offices/{office}/ended-visits',
    summary: 'Visits of today that ended, the newest first: to be brought back or corrected.',
    permission: 'serve',
    body: null,
    answers: { 200: EndedVisits },
    problems: ['office-unknown', 'not-your-office'],
    async handle({ params, party }) {
      const office = await commands.enter(party, params.office ?? '')
      const visits = [...office.state.ended.values()]
        .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0) || b.last.seq - a.last.seq)
        .slice(0, ENDED_MOST)
        .map((visit) => deskVisit(office, visit))
      return { status: 200, body: { visits } }
    },
  })
}

function storyRoute(commands: Commands, db: Database, nameOf: NameOf): Route {
  return route({
    method: 'get',
    path: '/visits/{visit}/story',
    summary: 'What happened to a visit of any day, fact by fact, in every office it was in.',
    permission: 'see-visits',
    body: null,
    answers: { 200: VisitStory },
    problems: ['visit-unknown', 'not-your-office'],
    async handle({ params, party }) {
      const id = params.visit ?? ''
      const { state } = await commands.enter(party, await commands.officeOf(id))
      const visit = findVisit(state, id) ?? (await commands.knownVisit(id))
      const story = await storyOf(db.reader, id)
      const offices = await officeNames(db.reader)
      const names = { nameOf, officeNames: new Map(offices.map(({ code, name }) => [code, name])) }
      const facts = story.map((fact) => toldFact(fact, visit, names))
      const ticket = ticketText(visit.number)
      const formerServices = await formerServicesOf(db, state, facts)
      const body = { visit: id, office: state.office, ticket, facts, formerServices }
      return { status: 200, body }
    },
  })
}

/** Names that the desk does not have: its own are today's. */
async function formerServicesOf(
  { reader }: Database,
  { office, settings }: OfficeState,
  facts: readonly ToldFact[],
): Promise<VisitStory['formerServices']> {
  if (!settings) return []
  const told = new Set(facts.flatMap(({ services }) => services ?? []))
  const { services } = await formerWords(reader, [{ code: office, settings }])
  return services.filter(({ code }) => told.has(code))
}

function correctRoute(commands: Commands): Route {
  return moveRoute(commands, {
    name: 'correct',
    summary: 'Say how and when a visit of any day really ended: a fact of its own, never an edit.',
    permission: 'overrule',
    body: ask.Correct,
    problems: ['reason-unknown', 'times-impossible'],
    command: (visit, { to, endedAt, reason }) => ({
      do: 'correct',
      visit,
      to,
      endedAt: Date.parse(endedAt),
      reason,
    }),
  })
}
