// Cost by programme over the wire: rates, paid hours, and the statement that a partner can check. Money
// is whole cents; rates are hundredths of a cent a minute; time is whole ms.
import { z } from 'zod'
import { LINE_FAULTS } from '../domain/cost/paid-hours.ts'
import { APART, STEPS } from '../domain/cost/worked-time.ts'
import { Channel, Code, Instant, Language } from './fields.ts'

const Timed = z.enum([...new Set([...STEPS, ...APART])])
const RateFor = {
  programme: Code.nullable().describe('Null: whichever'),
  service: Code.nullable(),
  step: Timed.nullable(),
  channel: Channel.nullable(),
}

/** A rate from a day on. Nothing is changed: of two for the same day, the later written holds. */
export const NewRate = z.strictObject({
  ...RateFor,
  from: z.iso.date(),
  perMinute: z
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .nullable()
    .describe(
      'Hundredths of a cent a minute: 12500 is $1.25. Null: from this day on, none of its own',
    ),
  reason: z.string().trim().min(1).max(300),
})
export const Rate = z.object({
  id: z.string(),
  ...RateFor,
  from: z.string(),
  perMinute: z.number().int().nullable(),
  reason: z.string(),
  recordedAt: Instant,
  by: z.string().nullable().describe('Name of who wrote it down'),
})
export type Rate = z.infer<typeof Rate>
export const Rates = z.object({ rates: z.array(Rate) })
export type Rates = z.infer<typeof Rates>

/** Planned shifts of one office: all that is known of their days is what is said here. */
const Shift = z
  .strictObject({
    day: z.iso.date().describe('The office’s day on which it begins'),
    who: z.string().trim().min(1).max(80).describe('As the plan names them'),
    from: z.number().int().min(0).max(1439).describe('Minutes after local midnight'),
    to: z.number().int().min(1).max(1440),
    unpaidMinutes: z.number().int().min(0).max(480),
  })
  .refine(({ from, to, unpaidMinutes }) => to - from > unpaidMinutes, {
    message: 'nothing of it is paid',
    path: ['to'],
  })
export const PaidShifts = z.strictObject({ shifts: z.array(Shift).min(1).max(1000) })
/** What is known to be paid on one day. */
export const PaidDay = z.object({
  shifts: z.array(
    z.object({
      who: z.string(),
      from: z.number().int().nullable().describe('Minutes after local midnight; null: not known'),
      to: z.number().int().nullable(),
      paidMs: z.number().int(),
    }),
  ),
})
export type PaidDay = z.infer<typeof PaidDay>
/** The same as a file: day, who, from, to, unpaid minutes; or day, who, paid hours. */
export const PaidHoursFile = z.strictObject({
  csv: z.string().min(1).max(150_000),
  dryRun: z.boolean().optional().describe('Only says what is wrong with it'),
})
export const PaidHoursRead = z.object({
  lines: z.number().int().describe('Lines with anything in them, without the headings'),
  kept: z.number().int().describe('0 when anything is wrong: all of a file or nothing'),
  faults: z.array(
    z.object({
      line: z.number().int().describe('From 1, the headings included'),
      column: z.string().nullable(),
      fault: z.enum(LINE_FAULTS),
      value: z.string(),
    }),
  ),
})
export type PaidHoursRead = z.infer<typeof PaidHoursRead>

export const CostAsk = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date().describe('The day after its last one'),
    offices: z.array(Code).max(500).optional(),
    region: Code.optional(),
    programme: Code.optional().describe('The statement of this one alone'),
  })
  .refine(({ from, to }) => from < to, { message: 'ends before it begins', path: ['to'] })
export type CostAsk = z.infer<typeof CostAsk>
export const CostFileAsk = CostAsk.safeExtend({
  what: z.enum(['statement', 'evidence']),
  format: z.enum(['csv', 'xlsx']),
  language: Language,
})

const Timely = { ms: z.number().int(), transactions: z.number().int() }
export const CostLine = z.object({
  service: z.string(),
  step: z.enum(STEPS),
  channel: Channel,
  perMinute: z.number().int().nullable().describe('Null: no rate, so no cost is known'),
  rateFrom: z.string().nullable().describe('The day from which this rate holds'),
  ...Timely,
  cents: z.number().int().nullable(),
})
export type CostLine = z.infer<typeof CostLine>
const Year = z
  .number()
  .int()
  .describe('The fiscal year that begins on 1 April of it: 2026 is 2026–2027')
export const CostOfProgramme = z.object({
  year: Year,
  programme: z.string().nullable().describe('Null: of services that the office no longer has'),
  ...Timely,
  cents: z.number().int().describe('Of the lines that have a rate'),
  unpricedMs: z.number().int().describe('Time without a rate'),
  lines: z.array(CostLine),
})
export type CostOfProgramme = z.infer<typeof CostOfProgramme>
export const CostStatement = z.object({
  from: z.string(),
  to: z.string(),
  offices: z.array(Code),
  upTo: Instant.nullable().describe(
    'Somebody is at work on a day of it: that day is told up to here, or later. Null: it is complete',
  ),
  programmes: z
    .array(CostOfProgramme)
    .describe('Each once for every fiscal year that the period has a part of'),
  apart: z
    .array(
      z.object({
        year: Year,
        kind: z.enum(APART),
        ms: z.number().int(),
        perMinute: z.number().int().nullable(),
        rateFrom: z.string().nullable(),
        cents: z.number().int().nullable(),
      }),
    )
    .describe('Recorded time that was for no visit'),
  reconciled: z
    .object({
      chargedMs: z.number().int(),
      apartMs: z.number().int(),
      recordedMs: z.number().int().describe('The two together'),
      paidMs: z.number().int().nullable().describe('Null: paid hours of no day are known'),
      unpaidMs: z.number().int().nullable().describe('In the shifts and not paid, such as lunch'),
      differenceMs: z.number().int().nullable().describe('Shifts, paid or not, less recorded'),
      daysWithoutPaid: z.number().int().describe('Days of an office with work and no paid hours'),
    })
    .nullable()
    .describe('Null: of one programme alone'),
})
export type CostStatement = z.infer<typeof CostStatement>
