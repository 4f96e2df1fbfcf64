// What a citizen is shown of their own visit, by the link of its ticket. It knows nobody else: others
// are a number ahead, and why somebody went first is a kind of reason.
import { z } from 'zod'
import { WHY_LATER } from '../domain/why-later.ts'
import { Instant, Language, State, Version, Words } from './fields.ts'

export const Token = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/, 'the token of a ticket’s link')

export const WatchTicket = z.strictObject({ token: Token })
export type WatchTicket = z.infer<typeof WatchTicket>

export const TicketRow = z.object({
  id: z.literal('ticket'),
  state: State,
  kind: z.literal('ticket'),
  ticket: z.string().describe('The number people see, such as A023'),
  office: Words,
  timeZone: z.string(),
  service: Words,
  language: Language,
  arrivedAt: Instant.describe('When it got its number'),
  peopleAhead: z
    .number()
    .int()
    .nullable()
    .describe('While waiting: how many are called before. While expected: if it were here'),
  whyLater: z.enum(WHY_LATER).nullable().describe('Why somebody who came later goes first'),
  counter: Words.nullable().describe('Where to go, while called or served'),
  call: z.number().int().nullable().describe('Id of the last announcement; a larger one is newer'),
  moreTimeLeft: z.number().int().describe('How often it may still ask for more time'),
  passedAt: Instant.nullable().describe('While expected: when its turn came and it was not here'),
  lateMinutes: z.number().int().nullable().describe('How long after that its place is kept'),
})
export type TicketRow = z.infer<typeof TicketRow>

export const TicketView = z.object({
  office: z.string(),
  version: Version,
  at: Instant.describe('The server’s clock when this was made'),
  rows: z.array(TicketRow).describe('One, or none once the link follows nothing any more'),
})
export type TicketView = z.infer<typeof TicketView>
