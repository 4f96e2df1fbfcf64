// Reports over the wire: the visits behind a number, two periods beside each other, files to take
// away, and the visits that a manager should look into.
import { z } from 'zod'
import { LISTED } from '../domain/figures/counted.ts'
import { FLAGS, GROUPINGS, KINDS, OUTCOMES } from '../domain/figures/keys.ts'
import { Channel, Code, Id, Instant, Language } from './fields.ts'
import { Definition, FigureAnswer, FigureAsk, FigureFilter } from './figures.ts'

export const Definitions = z.object({ definitions: z.array(Definition) })
export type Definitions = z.infer<typeof Definitions>

const Period = {
  from: z.iso.date(),
  to: z.iso.date().describe('The day after its last one'),
}

/** The same figures of two periods. */
export const FigureComparison = FigureAsk.extend({
  before: z.strictObject(Period).describe('What the period is compared with'),
})
export const FiguresCompared = z.object({ now: FigureAnswer, before: FigureAnswer })
export type FiguresCompared = z.infer<typeof FiguresCompared>

/** The cell of a report: which groups it stands in, and which figure it is. */
const Cell = {
  groups: z
    .array(z.strictObject({ by: z.enum(GROUPINGS), key: z.string().max(64) }))
    .max(2)
    .optional()
    .describe('Each grouping with the key of the group; absent: the total'),
  figure: z
    .enum(LISTED)
    .optional()
    .describe('Only the visits that it counts; lengths come longest first. Absent: all'),
  share: z
    .enum(['counted', 'rest'])
    .optional()
    .describe('Of a share: those it counts, or the others of its denominator. Absent: of a count'),
}

export const VisitsAsk = FigureFilter.extend({
  ...Cell,
  after: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.number().int().min(1).max(200).optional().describe('Absent: 50'),
})
export type VisitsAsk = z.infer<typeof VisitsAsk>

const Ms = z.number().int().nullable().describe('ms; null: unknown')

/** A visit behind a number, without anybody's name. Its story is at `/visits/{visit}/story`. */
export const VisitBehind = z.object({
  visit: z.string(),
  office: Code,
  ticket: z.string(),
  day: z.string(),
  services: z.array(Code),
  programme: z.string().nullable().describe('Of its first service on that day; null: unknown'),
  channel: Channel,
  kind: z.enum(KINDS),
  outcome: z.enum(OUTCOMES),
  arrivedAt: Instant,
  endedAt: Instant.nullable(),
  wait: Ms,
  callToDesk: Ms,
  serviceTime: Ms,
  holdTime: Ms,
  timeInOffice: Ms,
  transactions: z.number().int(),
  flags: z.array(z.enum(FLAGS)),
})
export type VisitBehind = z.infer<typeof VisitBehind>

export const VisitsBehind = z.object({
  visits: z.array(VisitBehind),
  next: z
    .string()
    .nullable()
    .describe(
      'To be asked for the next page, which a page that is not full may have; null: that was all',
    ),
})
export type VisitsBehind = z.infer<typeof VisitsBehind>

const AsFile = {
  format: z.enum(['csv', 'xlsx']),
  language: Language.describe('Of headings, of the decimal mark and of what stands between cells'),
}
export const FiguresFileAsk = FigureAsk.extend({
  ...AsFile,
  before: z
    .strictObject(Period)
    .optional()
    .describe('Each figure of this period too, and the difference; absent: of one period'),
})
export const VisitsFileAsk = FigureFilter.extend({ ...Cell, ...AsFile })

/** Figures of one agent: for that agent and their manager, where the office wants them. */
export const AgentFiguresAsk = z.strictObject({ agent: Id, ...Period })

/** What a manager should look into: flagged visits that nobody has looked into yet. */
export const QualityAsk = z.strictObject({
  ...Period,
  flags: z.array(z.enum(FLAGS)).max(FLAGS.length).optional().describe('Absent: any'),
  state: z.enum(['open', 'looked-into', 'any']).optional().describe('Absent: open'),
  after: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).optional().describe('Absent: 50'),
})
export const LookedInto = z.object({
  at: Instant,
  by: z.string().nullable().describe('Name of who looked into it'),
  finding: z.enum(['right', 'corrected', 'wrong-not-mended']),
  reason: z.string(),
})
export const DoubtedVisit = VisitBehind.extend({
  todo: z
    .enum(['correct', 'confirm', 'compare'])
    .describe('What helps: say how it ended, say that it is right, look for the other one'),
  lookedInto: LookedInto.nullable(),
})
export type DoubtedVisit = z.infer<typeof DoubtedVisit>
export const QualityList = z.object({
  visits: z.array(DoubtedVisit),
  next: z.string().nullable(),
})
export type QualityList = z.infer<typeof QualityList>

/** By a manager: the visit was looked into. A reason is kept with it, and nothing is edited. */
export const LookInto = z.strictObject({
  finding: z.enum(['right', 'corrected', 'wrong-not-mended']),
  reason: z.string().trim().min(1).max(300).describe('Why; names nobody'),
})
export const LookIntoAnswer = z.object({ visit: z.string(), lookedInto: LookedInto })
export type LookIntoAnswer = z.infer<typeof LookIntoAnswer>

/** One line for each office: the share of its visits that nothing is wrong with. */
export const QualityScoresAsk = z.strictObject({ ...Period, region: Code.optional() })
export const QualityScores = z.object({
  offices: z.array(
    z.object({
      office: Code,
      visits: z.number().int(),
      flagged: z.number().int(),
      lookedInto: z
        .number()
        .int()
        .describe('Visits of the period, flagged still or put right since'),
      score: z.number().nullable().describe('Share without a flag; null: no visits'),
      flags: z.record(z.enum(FLAGS), z.number().int()),
    }),
  ),
})
export type QualityScores = z.infer<typeof QualityScores>
