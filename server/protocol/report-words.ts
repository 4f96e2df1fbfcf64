// What reports may be asked about, by name: the offices somebody may see, and the words that those
// offices have for what their figures are split by.
import { z } from 'zod'
import { Code, Id, Instant, Words } from './fields.ts'

const Named = z.object({ code: Code, name: Words })

export const ReportOffice = Named.extend({
  region: Code.nullable(),
  timeZone: z.string(),
  today: z.string().describe('The office’s day, YYYY-MM-DD'),
  targetMinutes: z.number().int().describe('From which a wait there is too long'),
  agentFigures: z.boolean().describe('Whether figures of one agent may be seen there'),
})
export type ReportOffice = z.infer<typeof ReportOffice>

/** Of offices that call one code by two names, the first office’s name counts. */
export const ReportWords = z.object({
  at: Instant.describe('The server’s clock'),
  offices: z.array(ReportOffice),
  regions: z.array(Named),
  services: z.array(Named.extend({ category: Code, programme: Code })),
  categories: z.array(Named),
  programmes: z.array(Named),
  outcomes: z.array(Named),
  former: z
    .object({
      services: z.array(Named),
      categories: z.array(Named),
      programmes: z.array(Named),
    })
    .describe('What no office has any more, by the name it had last: figures still tell of it'),
  agentGroups: z.array(Named).describe('Of agents, as offices name them'),
  agents: z
    .array(z.object({ id: Id, name: z.string(), office: Code }))
    .describe('Of managers alone: those of their office'),
})
export type ReportWords = z.infer<typeof ReportWords>
