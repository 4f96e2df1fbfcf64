// The small schemas that requests and views are made of.
import { z } from 'zod'
import { ARRIVED_VIA, AVAILABILITIES, CALL_RULES, CHANNELS, PLACES } from '../domain/facts.ts'
import { STOP_REASONS } from '../domain/intake.ts'
import { ACCESS_NEEDS, LANGUAGES } from '../domain/settings.ts'
import { VISIT_STATES } from '../domain/states.ts'

export const Code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a code: small letters, digits and hyphens')
export const Id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'an id')
export const Instant = z.iso.datetime({ offset: true }).describe('An instant, ISO 8601')
export const Words = z
  .object({ en: z.string(), fr: z.string() })
  .describe('A text in both languages')

export const Language = z.enum(LANGUAGES)
export const Priority = Code.describe('Code of a priority class of the office')
export const AccessNeed = z.enum(ACCESS_NEEDS)
export const CallRule = z.enum(CALL_RULES)
export const Channel = z.enum(CHANNELS)
export const ArrivedVia = z.enum(ARRIVED_VIA)
export const Availability = z.enum(AVAILABILITIES)
export const StopReason = z.enum(STOP_REASONS)
export const Place = z.enum(PLACES)
export const State = z.enum(VISIT_STATES)
export const Quantity = z.number().int().min(1).max(999)
export const Version = z
  .number()
  .int()
  .min(0)
  .describe('How much of the office’s stream this shows: the seq of its last fact')
