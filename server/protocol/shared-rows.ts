// Rows that several audiences share.
import { z } from 'zod'
import { Instant, StopReason, Words } from './fields.ts'

export const ServiceInfo = z.object({
  code: z.string(),
  name: Words,
  description: Words.optional(),
  category: z.string(),
  prefix: z.string(),
  withdrawn: z.literal(true).optional().describe('Nobody new may ask for it'),
  bring: z.array(Words).optional().describe('What to bring, one thing each'),
  questions: z
    .array(z.object({ code: z.string(), words: Words }))
    .optional()
    .describe('Answered with yes or no while a ticket is taken'),
})
export type ServiceInfo = z.infer<typeof ServiceInfo>

export const OfficeRow = z.object({
  id: z.literal('office'),
  kind: z.literal('office'),
  code: z.string(),
  name: Words,
  timeZone: z.string(),
  reception: z.boolean(),
  counters: z.array(z.object({ code: z.string(), name: Words })),
  categories: z.array(z.object({ code: z.string(), name: Words })),
  services: z.array(ServiceInfo),
})
export type OfficeRow = z.infer<typeof OfficeRow>

export const SummaryRow = z.object({
  id: z.literal('summary'),
  kind: z.literal('summary'),
  waiting: z.number().int().describe('People waiting now'),
})
export type SummaryRow = z.infer<typeof SummaryRow>

/** What may be asked for now by those who take a ticket themselves, why not, and when next. */
export const IntakeRow = z.object({
  id: z.literal('intake'),
  kind: z.literal('intake'),
  isOpen: z.boolean(),
  why: z.enum(['hours', 'exception', 'stopped']).nullable().describe('Why it is not open'),
  reason: StopReason.nullable().describe('Why it was stopped'),
  words: Words.nullable().describe('What the office says of today’s exception'),
  changesAt: Instant.nullable().describe('When it closes if open, opens if closed'),
  shut: z
    .array(
      z.object({
        service: z.string(),
        why: z.enum(['stopped', 'quota']),
        reason: StopReason.nullable(),
        until: Instant,
      }),
    )
    .describe('Services for which there are no tickets now'),
})
export type IntakeRow = z.infer<typeof IntakeRow>
