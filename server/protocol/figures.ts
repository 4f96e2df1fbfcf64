// Figures as they cross the wire: what may be asked for, and what is answered. Lengths are whole ms;
// what is unknown is null and never zero; days and half hours are those of each office.
import { z } from 'zod'
import {
  COUNTS,
  FLAGS,
  GROUPINGS,
  KINDS,
  LEVELS,
  OUTCOMES,
  RATES,
  SHARES,
  SPREADS,
} from '../domain/figures/keys.ts'
import { Channel, Code, Id, Instant, Words } from './fields.ts'

const most = 500
const Codes = z.array(Code).max(most)

/**
 * Which visits are looked at. Absent: all of them, as far as the asker may see. A filter that leaves
 * nothing, such as a category and a service outside it, is answered with figures of nothing.
 */
export const FigureFilter = z.strictObject({
  from: z.iso.date().describe('First day of the period, of each office'),
  to: z.iso.date().describe('The day after its last one: 2026-11-01 to 2026-12-01 is November'),
  offices: Codes.optional(),
  region: Code.optional(),
  services: Codes.optional(),
  categories: Codes.optional(),
  programmes: Codes.optional(),
  channels: z.array(Channel).optional(),
  agents: z.array(Id).max(most).optional().describe('Those served, or called, by these agents'),
  agentGroups: Codes.optional().describe(
    'Those served, or called, by agents of these groups of their office',
  ),
  outcomes: z.array(z.enum(OUTCOMES)).optional(),
  kind: z.enum(KINDS).optional().describe('Without an appointment, or with one'),
  flagged: z.enum(['with', 'without', 'only']).optional().describe('Absent: with'),
  targetMinutes: z
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('Absent: each office’s own, from which a wait is too long'),
})
export type FigureFilter = z.infer<typeof FigureFilter>

export const FigureAsk = FigureFilter.extend({
  by: z.array(z.enum(GROUPINGS)).max(2).optional().describe('Absent: the total alone'),
  distribution: z.enum(SPREADS).optional().describe('The one whose buckets are wanted too'),
})
export type FigureAsk = z.infer<typeof FigureAsk>

const Ms = z.number().nullable().describe('ms; null: unknown')

export const Spread = z.object({
  n: z.number().int().describe('Of how many it is known'),
  sum: z.number().describe('ms'),
  mean: Ms,
  p50: Ms,
  p80: Ms,
  p90: Ms,
  max: Ms,
})
export type Spread = z.infer<typeof Spread>

export const Share = z.object({
  numerator: z.number(),
  denominator: z.number(),
  share: z.number().nullable().describe('Null when the denominator is 0'),
})
export type Share = z.infer<typeof Share>

const Level = z.object({ mean: z.number().nullable(), max: z.number().nullable() })
export type Level = z.infer<typeof Level>

export const FigureSet = z.object({
  spreads: z.record(z.enum(SPREADS), Spread),
  shares: z.record(z.enum(SHARES), Share.nullable()).describe('Null: not measured'),
  counts: z.record(z.enum(COUNTS), z.number()),
  rates: z.record(z.enum(RATES), z.number().nullable()).describe('Per hour at work'),
  levels: z.record(z.enum(LEVELS), Level.nullable()),
  flags: z.record(z.enum(FLAGS), z.number().int()).describe('Visits by reason to doubt them'),
  doing: z
    .record(z.string(), z.number())
    .nullable()
    .describe('ms of agents at their counters, by what they did; null: not of these visits alone'),
  targetMinutes: z.number().nullable().describe('Null: offices of different targets'),
})
export type FigureSet = z.infer<typeof FigureSet>

export const Bucket = z.object({
  from: z.number().describe('ms, not included'),
  to: z.number().describe('ms, included'),
  n: z.number().int(),
})
export type Bucket = z.infer<typeof Bucket>

export const FigureGroup = z.object({
  keys: z
    .array(z.string())
    .describe('One for each grouping: a code, 09:30, 2026-11, 2026-11-02, a weekday 0 to 6'),
  figures: FigureSet,
})
export type FigureGroup = z.infer<typeof FigureGroup>

export const FigureAnswer = z.object({
  asOf: Instant,
  by: z.array(z.enum(GROUPINGS)),
  total: FigureSet,
  groups: z.array(FigureGroup).describe('Those that hold anything, in order of their keys'),
  buckets: z.array(Bucket).nullable().describe('Of the distribution that was asked for'),
  width: z.number().describe('Percentiles are right within this share of their value'),
})
export type FigureAnswer = z.infer<typeof FigureAnswer>

/** What a figure is, in both languages: one tap away from every number. */
export const Definition = z.object({
  key: z.string(),
  kind: z.enum(['spread', 'share', 'count', 'rate', 'level', 'other']),
  unit: z.enum(['time', 'share', 'per-100-visits', 'visits', 'per-hour', 'people', 'minutes']),
  version: z.number().int(),
  name: Words,
  means: Words,
})
export type Definition = z.infer<typeof Definition>
