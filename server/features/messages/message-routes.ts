// One colleague writes to another: told to that person's own screens at once, and kept until read.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { may, mayEnter, type Place } from '../../domain/permissions.ts'
import { placeOf } from '../../domain/state.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import type { ProblemCode } from '../../protocol/problems.ts'
import { Message, Nothing } from '../../protocol/requests.ts'
import { StaffMessage, StaffMessages } from '../../protocol/views.ts'
import type { Commands } from '../commands.ts'
import { idUnderKey } from '../key-id.ts'
import { findById, toParty, type StaffNames } from '../staff/staff-store.ts'
import { findMessage, forgetRead, keepMessage, unread, type MessageRow } from './message-store.ts'

export interface MessageParts {
  readonly db: Database
  readonly clock: Clock
  readonly names: StaffNames
  /** Tells every screen on which this member of staff is signed in. */
  readonly tell: (staff: string, message: StaffMessage) => void
}

const OFFICE: ProblemCode[] = ['office-unknown', 'not-your-office']

export function messageRoutes(commands: Commands, parts: MessageParts): Route[] {
  const { db, clock, names, tell } = parts
  return [
    route({
      method: 'post',
      path: '/offices/{office}/messages',
      summary: 'Write to a colleague who works in this office. Forgotten once it is read.',
      permission: 'serve',
      body: Message,
      answers: { 201: StaffMessage },
      problems: [...OFFICE, 'agent-unknown', 'key-reused'],
      async handle(call) {
        const { body, party } = call
        const office = call.params.office ?? ''
        const { state } = await commands.enter(party, office)
        await mustWorkHere(db, body.to, placeOf(state))
        const asked: MessageRow = {
          id: idUnderKey(call.key, party.id) ?? commands.newId(),
          office_id: office,
          to_staff: body.to,
          from_staff: party.id,
          text: body.text,
          sent_at: clock.now(),
        }
        const isNew = await keepMessage(db, asked)
        const row = isNew ? asked : await asBefore(db, asked)
        const message = { ...asMessage(row), from: party.name }
        if (isNew) tell(row.to_staff, message)
        return { status: 201, body: message }
      },
    }),
    route({
      method: 'get',
      path: '/offices/{office}/messages',
      summary: 'The messages to you that you have not read, the oldest first.',
      permission: 'serve',
      body: null,
      answers: { 200: StaffMessages },
      problems: OFFICE,
      async handle({ params, party }) {
        const office = params.office ?? ''
        await commands.enter(party, office)
        const rows = await unread(db.reader, office, party.id, clock.now())
        const messages = rows.map((row) => ({
          ...asMessage(row),
          from: names.of(row.from_staff) ?? row.from_staff,
        }))
        return { status: 200, body: { messages } }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/messages/{message}/read',
      summary: 'Read, and so forgotten. One that is gone already is no matter.',
      permission: 'serve',
      body: Nothing,
      answers: { 204: null },
      problems: OFFICE,
      async handle({ params, party }) {
        const office = params.office ?? ''
        await commands.enter(party, office)
        await forgetRead(db.knex, office, party.id, params.message ?? '')
        return { status: 204 }
      },
    }),
  ]
}

/** Whoever does not serve in this office has no screen on which a message would show. */
async function mustWorkHere(db: Database, staff: string, office: Place): Promise<void> {
  const row = await findById(db.reader, staff)
  const party = row && toParty(row)
  if (party && may(party, 'serve') && mayEnter(party, office)) return
  throw new AppError('agent-unknown', { details: { agent: staff } })
}

/** What was written under this key. Throws `key-reused` when that was something else. */
async function asBefore(db: Database, asked: MessageRow): Promise<MessageRow> {
  const row = (await findMessage(db.knex, asked.id)) ?? asked
  const isSame = (['office_id', 'to_staff', 'text'] as const).every((of) => row[of] === asked[of])
  if (!isSame) throw new AppError('key-reused')
  return row
}

function asMessage(row: MessageRow): Omit<StaffMessage, 'from'> {
  const { id, office_id: office, text, sent_at } = row
  return { id, office, text, sentAt: new Date(sent_at).toISOString() }
}
