// The tables of an office beside its journal and its visits.
import type { Table } from './bulk.ts'

export const HEADS = {
  name: 'office_heads',
  columns: {
    office_id: 'text',
    seq: 'bigint',
    recorded_at: 'bigint',
    hash: 'text',
    series: 'text',
    share_step: 'integer',
    door: 'text',
    intake: 'text',
  },
  key: ['office_id'],
} as const satisfies Table

export const AGENTS = {
  name: 'agents',
  columns: {
    office_id: 'text',
    agent_id: 'text',
    counter: 'text',
    services: 'text',
    counter_kinds: 'text',
    languages: 'text',
    availability: 'text',
    reason: 'text',
    back_at: 'bigint',
    since: 'bigint',
  },
  key: ['office_id', 'agent_id'],
} as const satisfies Table

export const ALARMS = {
  name: 'alarms',
  columns: {
    office_id: 'text',
    id: 'text',
    agent_id: 'text',
    counter: 'text',
    since: 'bigint',
    accepted: 'text',
  },
  key: ['office_id', 'id'],
} as const satisfies Table

export const PEOPLE = {
  name: 'visit_people',
  columns: {
    visit_id: 'text',
    name: 'text',
    note: 'text',
    phone: 'text',
    email: 'text',
    needs: 'text',
    card: 'text',
    may_be_called_by_name: 'boolean',
  },
  key: ['visit_id'],
} as const satisfies Table

export const KEYS = {
  name: 'command_keys',
  columns: {
    actor_id: 'text',
    key: 'text',
    office_id: 'text',
    body_hash: 'text',
    visit_id: 'text',
    seq: 'bigint',
    created_at: 'bigint',
  },
  key: ['actor_id', 'key'],
} as const satisfies Table
