// What may be asked over HTTP: one schema each, which validates and documents. Unknown fields are
// refused, so that a misspelt one is noticed.
import { z } from 'zod'
import {
  Availability,
  Channel,
  Code,
  Id,
  Instant,
  Language,
  Place,
  Priority,
  Quantity,
} from './fields.ts'

export const SignIn = z.strictObject({
  username: z.string().min(1).max(120),
  password: z.string().min(1).max(200),
})
export type SignIn = z.infer<typeof SignIn>

export const AskedFor = z.strictObject({
  service: Code,
  quantity: Quantity.optional(),
  channel: Channel.optional(),
})

export const NewVisit = z.strictObject({
  requests: z.array(AskedFor).min(1).max(10),
  language: Language.optional(),
  priority: Priority.optional(),
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .optional()
    .describe('What to call the person; optional, and forgettable'),
  note: z.string().trim().min(1).max(1000).optional().describe('For staff only; forgettable'),
  serveAt: Code.optional().describe('Staff only: serve at this counter at once'),
})
export type NewVisit = z.infer<typeof NewVisit>

export const TakeCounter = z.strictObject({
  counter: Code,
  services: z
    .array(Code)
    .min(1)
    .max(200)
    .nullable()
    .optional()
    .describe('The services you take now; null: all; absent: as before'),
})
export type TakeCounter = z.infer<typeof TakeCounter>

export const ChangeAvailability = z.strictObject({ availability: Availability })
export const CallNext = z.strictObject({ counter: Code })
export const Call = z.strictObject({ counter: Code.optional() })
export const Nothing = z.strictObject({})
export const Begin = z.strictObject({ counter: Code.optional() })
export const Hold = z.strictObject({
  reason: Code.optional(),
  backAt: Instant.optional(),
})
export const Return = z.strictObject({ place: Place.optional() })
export const Transfer = z
  .strictObject({
    service: Code.optional(),
    counter: Code.optional(),
    agent: Id.optional(),
    place: Place.optional(),
  })
  .refine((to) => to.service !== undefined || to.counter !== undefined || to.agent !== undefined, {
    message: 'say where to: a service, a counter or an agent',
  })
export const Finish = z.strictObject({
  quantity: Quantity.optional(),
  outcome: Code.optional(),
  timesWrong: z.boolean().optional().describe('The times of this visit are not right'),
})
export const AddRequest = z
  .strictObject({
    ...AskedFor.partial().shape,
    current: z.number().int().min(1).optional().describe('Make this earlier request current again'),
  })
  .refine((body) => (body.service === undefined) !== (body.current === undefined), {
    message: 'give either a service to add or the request to make current',
  })
export const ChangeVisit = z
  .strictObject({
    priority: Priority.optional(),
    request: z
      .strictObject({ id: z.number().int().min(1), ...AskedFor.partial().shape })
      .optional(),
    name: z.string().trim().max(80).optional().describe('Empty: forget it'),
    note: z.string().trim().max(1000).optional().describe('Empty: forget it'),
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'say what to change' })
export type ChangeVisit = z.infer<typeof ChangeVisit>

/** Whose screens an office's changes are made for. */
export const AUDIENCES = ['desk', 'board', 'kiosk'] as const
export type Audience = (typeof AUDIENCES)[number]
export const WatchOffice = z.strictObject({ office: Code, as: z.enum(AUDIENCES) })
export type WatchOffice = z.infer<typeof WatchOffice>
