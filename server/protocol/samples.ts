// One sample of each view and answer: an ordinary Monday morning in Victoria, a dozen people in
// the house and six counters. Screens are drawn from these and documentation quotes them; a test
// parses each with its schema.
import type { Problem } from './problems.ts'
import type { JoinView } from './join-view.ts'
import { at, COUNTERS, visit, VISITS, WAITING } from './sample-house.ts'
import { OFFICE, summary, AT, ago } from './sample-office.ts'
import { SAMPLE_FLOOR, SAMPLE_RULES } from './sample-rules.ts'
import type { TicketView } from './ticket-view.ts'
import type { DeskView, KioskView, Me, TicketAnswer, VisitAnswer } from './views.ts'

export { SAMPLE_BOARD, SAMPLE_SIGN, SAMPLE_VOICE } from './sample-room.ts'
export { SAMPLE_ALARM, SAMPLE_MESSAGE } from './sample-rules.ts'

export const SAMPLE_DESK: DeskView = {
  office: 'victoria',
  version: 418,
  at: AT,
  rows: [OFFICE, SAMPLE_RULES, SAMPLE_FLOOR, summary(WAITING), ...COUNTERS, ...VISITS],
}

export const SAMPLE_KIOSK: KioskView = {
  office: 'victoria',
  version: 418,
  at: AT,
  rows: [OFFICE, summary(WAITING)],
}

/** The answer to a call that passed over nobody. */
export const SAMPLE_VISIT: VisitAnswer = {
  ...visit('D003', 'property-tax', 22, { state: 'called', ...at('5', 0) }),
  office: 'victoria',
  version: 418,
  peopleAhead: null,
  reason: { rule: 'longest-wait', candidates: 8, passedOver: 0 },
}

export const SAMPLE_TICKET: TicketAnswer = {
  id: 'visit-a019',
  state: 'waiting',
  office: 'victoria',
  ticket: 'A019',
  service: 'licence-renewal',
  language: 'en',
  arrivedAt: AT,
  peopleAhead: 3,
  version: 419,
}

export const SAMPLE_ME: Me = {
  id: 'agent-1',
  kind: 'staff',
  name: 'Amrit Gill',
  role: 'agent',
  office: 'victoria',
  offices: [{ code: 'victoria', name: OFFICE.name }],
}

export const SAMPLE_PROBLEM: Problem = {
  type: 'urn:guichet:problem:counter-taken',
  title: 'Another agent is at this counter',
  status: 409,
  code: 'counter-taken',
  detail: 'Counter 2 is taken by another agent.',
  details: { counter: '2' },
  requestId: '0d7f3c52',
}

/** A ticket as its own citizen sees it on a phone. */
export const SAMPLE_TICKET_VIEW: TicketView = {
  office: 'victoria',
  version: 1042,
  at: AT,
  rows: [
    {
      id: 'ticket',
      state: 'waiting',
      kind: 'ticket',
      ticket: 'A023',
      office: OFFICE.name,
      timeZone: OFFICE.timeZone,
      service: { en: 'Renew a licence', fr: 'Renouveler un permis' },
      language: 'en',
      arrivedAt: ago(12),
      peopleAhead: 3,
      whyLater: 'appointment',
      counter: null,
      call: null,
      moreTimeLeft: 2,
      passedAt: null,
      lateMinutes: 10,
    },
  ],
}

/** What somebody may join by phone. */
export const SAMPLE_JOIN: JoinView = {
  office: 'victoria',
  name: OFFICE.name,
  timeZone: OFFICE.timeZone,
  categories: OFFICE.categories,
  services: OFFICE.services,
  intake: {
    id: 'intake',
    kind: 'intake',
    isOpen: true,
    why: null,
    reason: null,
    words: null,
    changesAt: null,
    shut: [],
  },
  waiting: 8,
  isOffered: true,
  fromAfar: true,
}
