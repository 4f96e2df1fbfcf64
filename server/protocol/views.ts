// What the screens are shown. A view is made of rows, each with an `id`; a change replaces rows by
// id and drops rows by id, and there is no other way to change a view. A visit's row is flat: `id`,
// then `state`. Each audience has rows of its own types: what a board may not know has no field.
import { z } from 'zod'
import { AnySignRow, BoardRow } from './board-rows.ts'
import { DeskRow } from './desk-rows.ts'
import type { ManagerRow, ProvinceFigures } from './figures-live.ts'
import { Instant, Version, Words } from './fields.ts'
import { OfficeRow, SummaryRow, IntakeRow } from './shared-rows.ts'
import type { TicketRow } from './ticket-view.ts'

export * from './answers.ts'
export * from './board-rows.ts'
export * from './desk-rows.ts'
export * from './shared-rows.ts'

// ---- the kiosk

const Span = z.object({ from: z.number().int(), to: z.number().int() })
const Exception = z.object({ day: z.string(), spans: z.array(Span), words: Words })

/** The office, and what only a kiosk needs of it: it closes by itself when it is cut off. */
export const KioskOffice = OfficeRow.extend({
  hours: z
    .object({ week: z.array(z.array(Span)), exceptions: z.array(Exception) })
    .optional()
    .describe('Minutes of the office’s day, Monday first; absent: always open'),
  asks: z
    .object({ firstName: z.boolean(), phone: z.boolean(), keptDays: z.number().int() })
    .optional()
    .describe('What people may leave if they want to'),
  callsByName: z
    .literal(true)
    .optional()
    .describe('The room may be told a first name and an initial, of those who agree'),
})
export type KioskOffice = z.infer<typeof KioskOffice>

export const KioskRow = z.discriminatedUnion('kind', [KioskOffice, SummaryRow, IntakeRow])
export type KioskRow = z.infer<typeof KioskRow>

// ---- the public

export const Address = z.object({
  street: z.string(),
  city: z.string(),
  province: z.string(),
  postalCode: z.string(),
})
export type Address = z.infer<typeof Address>

/** The office as anybody may know it. */
export const PublicOffice = KioskOffice.omit({
  counters: true,
  asks: true,
  callsByName: true,
}).extend({
  address: Address.optional(),
  phone: z.string().optional(),
})
export type PublicOffice = z.infer<typeof PublicOffice>

export const PublicRow = z.discriminatedUnion('kind', [PublicOffice, SummaryRow, IntakeRow])
export type PublicRow = z.infer<typeof PublicRow>

// ---- whole views

const whole = <Row extends z.ZodType>(row: Row) =>
  z.object({
    office: z.string(),
    version: Version,
    at: Instant.describe('The server’s clock when this was made'),
    rows: z.array(row),
  })

export const DeskView = whole(DeskRow)
export type DeskView = z.infer<typeof DeskView>
export const BoardView = whole(BoardRow)
export type BoardView = z.infer<typeof BoardView>
export const SignView = whole(AnySignRow)
export type SignView = z.infer<typeof SignView>
export const KioskView = whole(KioskRow)
export type KioskView = z.infer<typeof KioskView>
export const PublicView = whole(PublicRow)
export type PublicView = z.infer<typeof PublicView>

/** The rows an audience may be shown, by audience. */
export interface RowsOf {
  desk: DeskRow
  board: BoardRow
  sign: AnySignRow
  kiosk: KioskRow
  public: PublicRow
  ticket: TicketRow
  manager: ManagerRow
  province: ProvinceFigures
}
