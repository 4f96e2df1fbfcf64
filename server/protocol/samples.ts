// One sample of each view and answer: an ordinary Monday morning in Victoria, a dozen people in
// the house and six counters. Screens are drawn from these and documentation quotes them; a test
// parses each with its schema.
import type { Problem } from './problems.ts'
import type { JoinView } from './join-view.ts'
import { SAMPLE_FLOOR, SAMPLE_RULES } from './sample-rules.ts'
import type { TicketView } from './ticket-view.ts'
import type {
  BoardView,
  BoardVisit,
  CounterRow,
  DeskView,
  DeskVisit,
  KioskView,
  Me,
  OfficeRow,
  ServiceInfo,
  SummaryRow,
  TicketAnswer,
  VisitAnswer,
} from './views.ts'

/** A service; its description is left out where the name says enough. */
function service(
  code: string,
  category: string,
  prefix: string,
  en: string,
  fr: string,
  description?: { en: string; fr: string },
): ServiceInfo {
  return { code, category, prefix, name: { en, fr }, ...(description ? { description } : {}) }
}

const OFFICE: OfficeRow = {
  id: 'office',
  kind: 'office',
  code: 'victoria',
  name: { en: 'Victoria service centre', fr: 'Centre de services de Victoria' },
  timeZone: 'America/Vancouver',
  reception: true,
  counters: ['1', '2', '3', '4', '5', '6'].map((code) => ({
    code,
    name: { en: `Counter ${code}`, fr: `Guichet ${code}` },
  })),
  categories: [
    { code: 'driving', name: { en: 'Driver licensing', fr: 'Permis de conduire' } },
    { code: 'identity', name: { en: 'Identity', fr: 'Identité' } },
    { code: 'health', name: { en: 'Health', fr: 'Santé' } },
    { code: 'property', name: { en: 'Property and taxes', fr: 'Propriété et impôts' } },
  ],
  services: [
    service('licence-renewal', 'driving', 'A', 'Renew a licence', 'Renouveler un permis', {
      en: 'Bring your current licence.',
      fr: 'Apportez votre permis actuel.',
    }),
    service('knowledge-test', 'driving', 'A', 'Knowledge test', 'Examen théorique'),
    service('road-test', 'driving', 'A', 'Road test', 'Examen pratique'),
    service('identity-card', 'identity', 'B', 'Identity card', 'Carte d’identité'),
    service('name-change', 'identity', 'B', 'Change of name', 'Changement de nom'),
    service('health-plan', 'health', 'C', 'Health plan', 'Régime d’assurance maladie'),
    service('property-tax', 'property', 'D', 'Property tax', 'Impôt foncier'),
    service('notary', 'property', 'D', 'Notary', 'Notaire', {
      en: 'Bring two pieces of identification.',
      fr: 'Apportez deux pièces d’identité.',
    }),
  ],
}

const summary = (waiting: number): SummaryRow => ({ id: 'summary', kind: 'summary', waiting })

const AT = '2026-11-23T18:42:00.000Z'

/** The instant so many minutes before the samples were taken. */
const ago = (minutes: number): string => new Date(Date.parse(AT) - minutes * 60_000).toISOString()

function visit(
  ticket: string,
  code: string,
  arrivedAgo: number,
  rest: Partial<DeskVisit> = {},
): DeskVisit {
  const arrivedAt = ago(arrivedAgo)
  return {
    id: `visit-${ticket.toLowerCase()}`,
    state: 'waiting',
    kind: 'visit',
    ticket,
    sortKey: `${arrivedAt} ${ticket}`,
    service: code,
    requests: [
      { id: 1, service: code, channel: 'in-person', quantity: 1, done: false, outcome: null },
    ],
    current: 1,
    language: 'en',
    priority: 'normal',
    via: 'kiosk',
    arrivedAt,
    since: arrivedAt,
    agent: null,
    counter: null,
    timesCalled: 0,
    heldFor: null,
    backAt: null,
    name: null,
    note: null,
    ...rest,
  }
}

const at = (counter: string, sinceAgo: number): Partial<DeskVisit> => ({
  agent: `agent-${counter}`,
  counter,
  since: ago(sinceAgo),
  timesCalled: 1,
})

const VISITS: DeskVisit[] = [
  visit('A014', 'licence-renewal', 31, { state: 'serving', ...at('1', 12) }),
  visit('B006', 'identity-card', 27, { state: 'serving', language: 'fr', ...at('2', 4) }),
  visit('C009', 'health-plan', 25, {
    state: 'held',
    timesCalled: 1,
    since: ago(6),
    heldFor: 'photocopies',
    backAt: ago(-9),
    name: 'Éloïse Tremblay-Nguyen',
  }),
  visit('A015', 'knowledge-test', 24, { state: 'called', ...at('3', 1), timesCalled: 2 }),
  visit('D003', 'property-tax', 22, { state: 'called', ...at('5', 0) }),
  visit('D004', 'notary', 19, {
    priority: 'priority',
    note: 'Uses a wheelchair; counter 2 is lower.',
    needs: ['more-time'],
    counterKind: 'counter',
    via: 'greeter',
  }),
  visit('A016', 'licence-renewal', 18),
  visit('C010', 'health-plan', 15, {
    language: 'fr',
    requests: [
      {
        id: 1,
        service: 'health-plan',
        channel: 'in-person',
        quantity: 3,
        done: false,
        outcome: null,
      },
      {
        id: 2,
        service: 'identity-card',
        channel: 'in-person',
        quantity: 1,
        done: false,
        outcome: null,
      },
    ],
  }),
  visit('A017', 'road-test', 11),
  visit('B007', 'name-change', 9, { name: 'Sam', language: 'fr' }),
  visit('A018', 'licence-renewal', 6),
  visit('C011', 'health-plan', 2, { via: 'phone', party: 3, phone: '250-555-0142' }),
]

function counter(code: string, rest: Partial<CounterRow> = {}): CounterRow {
  return {
    id: `counter:${code}`,
    kind: 'counter',
    code,
    agent: null,
    agentName: null,
    availability: null,
    services: null,
    counterKinds: null,
    languages: null,
    visit: null,
    since: null,
    ...rest,
  }
}

const COUNTERS: CounterRow[] = [
  counter('1', {
    agent: 'agent-1',
    agentName: 'Amrit Gill',
    availability: 'available',
    visit: 'visit-a014',
    since: ago(12),
  }),
  counter('2', {
    agent: 'agent-2',
    agentName: 'Benoît Lavoie',
    availability: 'available',
    visit: 'visit-b006',
    since: ago(4),
  }),
  counter('3', {
    agent: 'agent-3',
    agentName: 'Chen Wei',
    availability: 'available',
    services: ['licence-renewal', 'knowledge-test', 'road-test'],
    visit: 'visit-a015',
    since: ago(1),
  }),
  counter('4', {
    agent: 'agent-4',
    agentName: 'Dana Sparrow',
    availability: 'break',
    reason: 'lunch',
    since: ago(7),
  }),
  counter('5', {
    agent: 'agent-5',
    agentName: 'Eva Horvat',
    availability: 'available',
    visit: 'visit-d003',
    since: ago(0),
  }),
  counter('6'),
]

const WAITING = VISITS.filter((row) => row.state === 'waiting').length

export { SAMPLE_ALARM, SAMPLE_MESSAGE } from './sample-rules.ts'

export const SAMPLE_DESK: DeskView = {
  office: 'victoria',
  version: 418,
  at: AT,
  rows: [OFFICE, SAMPLE_RULES, SAMPLE_FLOOR, summary(WAITING), ...COUNTERS, ...VISITS],
}

function call(
  id: number,
  ticket: string,
  to: string,
  calledAgo: number,
  rest: Partial<BoardVisit> = {},
): BoardVisit {
  return {
    id: `visit-${ticket.toLowerCase()}`,
    state: 'serving',
    kind: 'visit',
    ticket,
    counter: to,
    language: 'en',
    call: id,
    calledAt: ago(calledAgo),
    ...rest,
  }
}

export const SAMPLE_BOARD: BoardView = {
  office: 'victoria',
  version: 418,
  at: AT,
  rows: [
    OFFICE,
    summary(WAITING),
    call(61, 'D003', '5', 0, { state: 'called' }),
    call(60, 'A015', '3', 1, { state: 'called' }),
    call(58, 'B006', '2', 4, { language: 'fr' }),
    call(57, 'A014', '1', 12),
    call(56, 'D002', '5', 16, { state: 'served' }),
  ],
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
