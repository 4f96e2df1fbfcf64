// What tests of the desk are made of: rows with everything ordinary, but for what the test is about.
import type { CounterRow, DeskView, DeskVisit, VisitAnswer } from '#protocol'

export const AT = '2026-11-23T18:00:00.000Z'

export function aVisit(rest: Partial<DeskVisit> = {}): DeskVisit {
  return {
    id: 'visit-1',
    state: 'waiting',
    kind: 'visit',
    ticket: 'A001',
    sortKey: '1',
    service: 'notary',
    requests: [
      { id: 1, service: 'notary', channel: 'in-person', quantity: 1, done: false, outcome: null },
    ],
    current: 1,
    language: 'en',
    priority: 'normal',
    via: 'kiosk',
    arrivedAt: AT,
    since: AT,
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

export function aCounter(code: string, rest: Partial<CounterRow> = {}): CounterRow {
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

/** The counter of the agent `me`, who takes everything. */
export function myCounter(rest: Partial<CounterRow> = {}): CounterRow {
  return aCounter('1', { agent: 'me', agentName: 'Amrit Gill', availability: 'available', ...rest })
}

export function aView(version: number, rows: DeskView['rows']): DeskView {
  return { office: 'victoria', version, at: AT, rows }
}

export function anAnswer(version: number, visit: DeskVisit): VisitAnswer {
  return { ...visit, office: 'victoria', version, peopleAhead: null, reason: null }
}
