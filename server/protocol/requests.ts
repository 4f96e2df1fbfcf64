// What may be asked over HTTP: one schema each, which validates and documents. Unknown fields are
// refused, so that a misspelt one is noticed.
import { z } from 'zod'
import { OFFLINE_SERIES } from '../domain/ticket-number.ts'
import {
  AccessNeed,
  Availability,
  Channel,
  Code,
  Id,
  Instant,
  Language,
  Place,
  Priority,
  Quantity,
  StopReason,
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

export const StopIntake = z.strictObject({
  service: Code.nullable().optional().describe('Absent or null: every service'),
  reason: StopReason,
  until: Instant.optional().describe('Absent: until the office’s day is over'),
})
export const ResumeIntake = z.strictObject({ service: Code.nullable().optional() })

const Party = z.number().int().min(1).max(50).describe('How many people share the ticket')
const Needs = z.array(AccessNeed).max(5).describe('What they need of staff; forgettable')
const Contact = {
  phone: z
    .string()
    .trim()
    .regex(/^[+0-9 ().-]{7,25}$/, 'a telephone number')
    .or(z.literal(''))
    .optional()
    .describe('Forgettable; empty: forget it'),
  email: z.email().max(120).or(z.literal('')).optional().describe('Forgettable; empty: forget it'),
}

export const NewVisit = z.strictObject({
  requests: z.array(AskedFor).min(1).max(10),
  language: Language.optional(),
  priority: Priority.optional().describe('Staff only: code of a priority class'),
  party: Party.optional(),
  counterKind: Code.optional().describe('Staff only: the kind of counter it needs'),
  needs: Needs.optional(),
  bookedAt: Instant.optional().describe('Staff only: the booked time of an appointment'),
  ...Contact,
  preparation: z
    .number()
    .int()
    .min(0)
    .max(3_600_000)
    .optional()
    .describe('How long staff took to take them in, ms'),
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .optional()
    .describe('What to call the person; optional, and forgettable'),
  mayBeCalledByName: z
    .boolean()
    .optional()
    .describe('They agree that the room is told their first name and an initial; forgettable'),
  note: z.string().trim().min(1).max(1000).optional().describe('For staff only; forgettable'),
  answers: z
    .array(z.strictObject({ service: Code, question: Code, yes: z.boolean() }))
    .max(40)
    .optional()
    .describe('To questions of the services; forgettable. What is not asked any more is left out'),
  serveAt: Code.optional().describe('Staff only: serve at this counter at once'),
})
export type NewVisit = z.infer<typeof NewVisit>

export const OfflineStore = z.strictObject({
  store: z.uuid().describe('Made up by the kiosk’s storage when it is new'),
})
export const NewOfflineTicket = z.strictObject({
  ...NewVisit.shape,
  ...OfflineStore.shape,
  series: z.string().regex(OFFLINE_SERIES).describe('Of this kiosk'),
  number: z.number().int().min(1).max(999),
  arrivedAt: Instant.describe('By the kiosk’s clock; one that cannot be is taken for now'),
})
export type NewOfflineTicket = z.infer<typeof NewOfflineTicket>

export const TakeCounter = z.strictObject({
  counter: Code,
  counterKinds: z
    .array(Code)
    .min(1)
    .max(50)
    .nullable()
    .optional()
    .describe('The kinds of counter you are now; null: all; absent: as before'),
  languages: z
    .array(Language)
    .min(1)
    .max(2)
    .nullable()
    .optional()
    .describe('The languages you serve in now; null: all; absent: as before'),
  services: z
    .array(Code)
    .min(1)
    .max(200)
    .nullable()
    .optional()
    .describe('The services you take now; null: all; absent: as before'),
})
export type TakeCounter = z.infer<typeof TakeCounter>

export const ChangeAvailability = z.strictObject({
  availability: Availability,
  reason: Code.optional().describe('Of the office’s reasons for being away'),
  backAt: Instant.optional().describe('When you mean to be back, for the sign over your counter'),
})
export const LeaveCounter = z.strictObject({
  open: z
    .enum(['return', 'hold', 'finish'])
    .optional()
    .describe('What becomes of the visit at the counter; absent: refused while there is one'),
})
export const CountDoor = z.strictObject({
  people: z.number().int().min(0).max(500).describe('In line at the door now, without a ticket'),
})
export const NewPaperTicket = z
  .strictObject({
    number: z.number().int().min(1).max(9_999).describe('As on the roll; each once a day'),
    requests: z.array(AskedFor).min(1).max(10),
    language: Language.optional(),
    priority: Priority.optional(),
    arrivedAt: Instant,
    begunAt: Instant.optional().describe('Absent: not served yet'),
    endedAt: Instant.optional().describe('Absent: not ended yet'),
    ended: z.enum(['served', 'left']).optional(),
    counter: Code.optional().describe('Where it was served'),
    name: z.string().trim().min(1).max(80).optional(),
    note: z.string().trim().min(1).max(1000).optional(),
  })
  .refine((body) => (body.endedAt === undefined) === (body.ended === undefined), {
    message: 'an end needs both its time and what kind it was',
  })
  .refine((body) => body.endedAt !== undefined || body.begunAt === undefined, {
    message: 'somebody still being served is entered as waiting, then begun',
  })
  .refine((body) => body.ended !== 'served' || body.begunAt !== undefined, {
    message: 'who was served began at some time',
  })
export type NewPaperTicket = z.infer<typeof NewPaperTicket>
export const Message = z.strictObject({
  to: Id.describe('Of the member of staff'),
  text: z.string().trim().min(1).max(300),
})
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
    office: Code.optional().describe('Another office: number and arrival are kept'),
    place: Place.optional(),
  })
  .refine(
    ({ service, counter, agent, office }) =>
      [service, counter, agent, office].some((each) => each !== undefined),
    { message: 'say where to: a service, a counter, an agent or an office' },
  )
  .refine(({ office, counter, agent }) => !office || (!counter && !agent), {
    message: 'in another office, only a service can be chosen',
  })
export const Assign = z.strictObject({
  agent: Id.nullable().describe('Only this agent may call it; null: anybody who takes its service'),
})
export const Reorder = z
  .strictObject({
    before: Id.optional().describe('The waiting visit to be put just before'),
    place: z.enum(['first', 'last']).optional(),
    reason: Code,
  })
  .refine(({ before, place }) => (before === undefined) !== (place === undefined), {
    message: 'give either the visit to be put before, or a place',
  })
export const BringBack = z.strictObject({ place: Place.optional() })
export const Correct = z.strictObject({
  to: z.enum(['served', 'left', 'no-show']),
  endedAt: Instant,
  reason: Code,
})
export const Finish = z.strictObject({
  quantity: Quantity.optional(),
  outcome: Code.optional(),
  timesWrong: z.boolean().optional().describe('The times of this visit are not right'),
})
export const AddRequest = z
  .strictObject({
    ...AskedFor.partial().shape,
    afterwards: z
      .boolean()
      .optional()
      .describe('The current request stays current; otherwise the added one becomes it'),
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
    party: Party.optional(),
    counterKind: Code.nullable().optional(),
    needs: Needs.optional(),
    name: z.string().trim().max(80).optional().describe('Empty: forget it'),
    mayBeCalledByName: z.boolean().optional(),
    note: z.string().trim().max(1000).optional().describe('Empty: forget it'),
    ...Contact,
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'say what to change' })
export type ChangeVisit = z.infer<typeof ChangeVisit>

const SecureLink = z
  .url({ protocol: /^https$/ })
  .regex(/^https:\/\//, 'a link that begins with https://')
  .max(1000)
export const PutCard = z.strictObject({
  source: z.string().trim().min(1).max(60).describe('Name of the other system, as staff know it'),
  lines: z
    .array(
      z.strictObject({
        label: z.string().trim().min(1).max(60),
        text: z.string().trim().min(1).max(300).describe('Plain text'),
        href: SecureLink.optional().describe('https only; opens in a new window'),
      }),
    )
    .min(1)
    .max(12),
})

/** Whose screens an office's changes are made for. */
export const AUDIENCES = ['desk', 'board', 'sign', 'kiosk', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]
export const WatchOffice = z.strictObject({ office: Code, as: z.enum([...AUDIENCES, 'manager']) })
export type WatchOffice = z.infer<typeof WatchOffice>
