// Who is in the house of the samples, and who is at which counter.
import { ago } from './sample-office.ts'
import type { CounterRow, DeskVisit } from './views.ts'

export function visit(
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

export const at = (counter: string, sinceAgo: number): Partial<DeskVisit> => ({
  agent: `agent-${counter}`,
  counter,
  since: ago(sinceAgo),
  timesCalled: 1,
})

export const VISITS: DeskVisit[] = [
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

export const COUNTERS: CounterRow[] = [
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

export const WAITING = VISITS.filter((row) => row.state === 'waiting').length
