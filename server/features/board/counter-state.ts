// Whether a counter is open, as the room sees it: on boards, and on the sign over it.
import { agentAt, visitWith, type Agent } from '../../domain/state.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { isInPerson } from '../../domain/visit.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { BoardCounter, SignRow } from '../../protocol/views.ts'
import { nameOf } from './board-calls.ts'

type CounterIs = Pick<BoardCounter, 'is' | 'backAt'>

function counterIs(agent: Agent | undefined): CounterIs {
  if (!agent) return { is: 'closed' }
  const { availability, backAt } = agent
  switch (availability) {
    case 'available':
    case 'wrap-up':
      return { is: 'open' }
    case 'back-office':
      return { is: 'closed' }
    case 'break':
    case 'away':
      return {
        is: 'break',
        ...(backAt === null ? {} : { backAt: new Date(backAt).toISOString() }),
      }
  }
}

/** Null when the office has no such counter. */
export function boardCounter({ state }: Snapshot, code: string): BoardCounter | null {
  if (!state.settings?.counters.some((each) => each.code === code)) return null
  return { id: `counter:${code}`, kind: 'counter', code, ...counterIs(agentAt(state, code)) }
}

/** Null when the office has no such counter. */
export function signRow(office: Snapshot, code: string): SignRow | null {
  const { state } = office
  const counter = state.settings?.counters.find((each) => each.code === code)
  if (!counter) return null
  const agent = agentAt(state, code)
  const visit = agent && visitWith(state, agent.id)
  const { is, backAt } = counterIs(agent)
  const shared = { id: `counter:${code}`, kind: 'sign', code, name: counter.name } as const
  if (visit && isInPerson(visit)) {
    const { name } = nameOf(office, visit.id)
    return {
      ...shared,
      is: visit.state === 'called' ? 'called' : 'serving',
      ticket: ticketText(visit.number),
      language: visit.language,
      ...(name === undefined ? {} : { person: name }),
      ...(visit.calledSeq === null ? {} : { call: visit.calledSeq, times: visit.timesCalled }),
    }
  }
  // Somebody by phone, or a visit being written up: nobody in the room is meant.
  if (visit || agent?.availability === 'wrap-up') return { ...shared, is: 'serving' }
  if (is === 'open') return { ...shared, is: 'next' }
  return { ...shared, is, ...(backAt === undefined ? {} : { backAt }) }
}
