// How the columns of another system's file become visits: the document that --map names. Without one
// the file has the columns of PLAIN.
import { z } from 'zod'
import { CHANNELS } from '../../domain/facts.ts'
import { isZone } from '../../domain/office-time.ts'
import { LANGUAGES } from '../../domain/settings.ts'
import { Code } from '../../protocol/fields.ts'

/** What a line may amount to: how a visit ended, or no visit at all, which is counted apart. */
export const ENDINGS = ['served', 'left', 'no-show', 'closed', 'phantom'] as const
export type Ending = (typeof ENDINGS)[number]

const Column = z.string().min(1)

/** A time as a column has it, or so many seconds after another one. */
const Time = z.union([
  z.strictObject({
    column: Column,
    /** Such as `YYYY-MM-DD HH:mm:ss`; a format without a day takes the day's. Absent: `iso`. */
    format: z.string().min(1).default('iso'),
  }),
  z.strictObject({
    after: z.enum(['came', 'arrived', 'called', 'started']),
    secondsIn: Column,
  }),
])
export type Time = z.infer<typeof Time>

/** One way to tell a time, or several: the first for which the line has something is taken. */
const Times = z
  .union([Time, z.array(Time).min(1)])
  .transform((given) => (Array.isArray(given) ? given : [given]))

/** A value: always the same, or a column's, in its own words or in those that `values` gives for it. */
function valued<Value extends z.ZodType<string>>(value: Value) {
  return z.union([
    z.strictObject({ always: value }),
    z.strictObject({
      column: Column,
      values: z.record(z.string(), value).optional(),
      /** For what `values` does not name; absent: a fault. */
      otherwise: value.optional(),
    }),
  ])
}

export const Mapping = z.strictObject({
  /** Code of the other system: a line is told from others by it and its id. */
  source: Code,
  /** Zone of the file's times; absent: the office's. */
  zone: z.string().refine(isZone, 'is not a time zone, such as America/Vancouver').optional(),
  delimiter: z.string().length(1).default(','),
  /** The columns whose values together tell one line from every other. */
  id: z.array(Column).min(1),
  /** For times without a day of their own. */
  day: z.strictObject({ column: Column, format: z.string().default('YYYY-MM-DD') }).optional(),
  times: z.strictObject({
    /** When they came to the door, before the ticket: tells the day of times after midnight. */
    came: Times.optional(),
    arrived: Times,
    booked: Times.optional(),
    called: Times.optional(),
    started: Times.optional(),
    ended: Times.optional(),
  }),
  /** A time this much earlier than the one before it is that one's: clocks round differently. */
  toleranceSeconds: z.number().int().min(0).max(60).default(0),
  outcome: valued(z.enum(ENDINGS)),
  service: valued(Code),
  channel: valued(z.enum(CHANNELS)).default({ always: 'in-person' }),
  language: valued(z.enum(LANGUAGES)).default({ always: 'en' }),
  priority: valued(Code).default({ always: 'normal' }),
  /** Name or number of whoever served; only a code made from it is kept. */
  agent: z.strictObject({ column: Column }).optional(),
  counter: valued(Code).optional(),
  quantity: z.strictObject({ column: Column }).optional(),
  /** How the request ended, in the office's own outcomes. */
  result: valued(Code).optional(),
})
export type Mapping = z.infer<typeof Mapping>
export type Valued = z.infer<ReturnType<typeof valued<z.ZodType<string>>>>

/** For a file written for us: these very columns, those with a default may be left out. */
export const PLAIN: Mapping = Mapping.parse({
  source: 'import',
  id: ['id'],
  times: {
    arrived: { column: 'arrived' },
    booked: { column: 'booked' },
    called: { column: 'called' },
    started: { column: 'started' },
    ended: { column: 'ended' },
  },
  outcome: { column: 'outcome' },
  service: { column: 'service' },
  channel: { column: 'channel' },
  language: { column: 'language' },
  priority: { column: 'priority' },
  agent: { column: 'agent' },
  counter: { column: 'counter' },
  quantity: { column: 'quantity' },
  result: { column: 'result' },
})

/** Columns of `PLAIN` that every file must have. */
const NEEDED = ['id', 'arrived', 'outcome', 'service']

/** What a file without one of the optional columns of `PLAIN` means. */
export function plainFor(header: readonly string[]): Mapping {
  const has = (column: string): boolean => header.includes(column) || NEEDED.includes(column)
  const { times, ...rest } = PLAIN
  return {
    ...rest,
    times: {
      arrived: times.arrived,
      ...(has('booked') ? { booked: times.booked } : {}),
      ...(has('called') ? { called: times.called } : {}),
      ...(has('started') ? { started: times.started } : {}),
      ...(has('ended') ? { ended: times.ended } : {}),
    },
    channel: has('channel') ? PLAIN.channel : { always: 'in-person' },
    language: has('language') ? PLAIN.language : { always: 'en' },
    priority: has('priority') ? PLAIN.priority : { always: 'normal' },
    agent: has('agent') ? PLAIN.agent : undefined,
    counter: has('counter') ? PLAIN.counter : undefined,
    quantity: has('quantity') ? PLAIN.quantity : undefined,
    result: has('result') ? PLAIN.result : undefined,
  }
}

/** Every column the mapping speaks of, each once. */
export function columnsOf(mapping: Mapping): string[] {
  const { id, day, times, agent, quantity } = mapping
  const told = Object.values(times).flatMap((each) => each ?? [])
  const valuedOnes = [
    mapping.outcome,
    mapping.service,
    mapping.channel,
    mapping.language,
    mapping.priority,
    mapping.counter,
    mapping.result,
  ]
  return [
    ...new Set([
      ...id,
      ...(day ? [day.column] : []),
      ...told.map((time) => ('column' in time ? time.column : time.secondsIn)),
      ...valuedOnes.flatMap((each) => (each && 'column' in each ? [each.column] : [])),
      ...(agent ? [agent.column] : []),
      ...(quantity ? [quantity.column] : []),
    ]),
  ]
}

/** Reads a mapping. Throws an error whose message has a line for each fault. */
export function readMapping(text: string): Mapping {
  const read = Mapping.safeParse(JSON.parse(text))
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`the mapping is not one:\n${faults.join('\n')}`)
}
