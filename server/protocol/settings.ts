// An office's settings as they cross the wire, checked whole: whatever refers to something must
// refer to something that is there.
import { z } from 'zod'
import { isZone } from '../domain/office-time.ts'
import { ORDINARY, type OfficeSettings } from '../domain/settings.ts'
import { Code } from './fields.ts'

const Text = z.string().trim().min(1).max(200)
const Both = z.strictObject({ en: Text, fr: Text })
const named = { code: Code, name: Both }

const Threshold = z
  .strictObject({
    attentionMinutes: z.number().min(0).max(1440),
    tooLongMinutes: z.number().min(0).max(1440),
  })
  .refine(({ attentionMinutes, tooLongMinutes }) => attentionMinutes <= tooLongMinutes, {
    message: 'too long cannot come before what is worth a look',
    path: ['tooLongMinutes'],
  })

const Service = z.strictObject({
  ...named,
  description: z.strictObject({ en: Text.max(1000), fr: Text.max(1000) }).optional(),
  category: Code,
  programme: Code,
  programmesFrom: z
    .array(z.strictObject({ from: z.iso.date(), programme: Code }))
    .max(50)
    .refine((all) => all.every(({ from }, index) => from > (all[index - 1]?.from ?? '')), {
      message: 'days must be in order, each once',
    })
    .optional()
    .describe('Other programmes it is delivered for, each from a day on'),
  prefix: z.string().regex(/^[A-Z]{1,3}$/, 'one to three capital letters'),
  withdrawn: z.boolean().optional(),
  quota: z.number().int().min(1).max(9999).optional(),
  bring: z.array(Both).max(10).optional().describe('What to bring, one thing each'),
  questions: z
    .array(z.strictObject({ code: Code, words: Both }))
    .max(4)
    .optional()
    .describe('Answered with yes or no while a ticket is taken'),
})

const Spans = z
  .array(
    z
      .strictObject({
        from: z.number().int().min(0).max(1439),
        to: z.number().int().min(1).max(1440),
      })
      .refine(({ from, to }) => from < to, { message: 'closes before it opens', path: ['to'] }),
  )
  .max(10)
  .refine((spans) => spans.every(({ from }, index) => from >= (spans[index - 1]?.to ?? 0)), {
    message: 'hours must be in order and not overlap',
  })
const ShortText = Text.max(80)
const Hours = z.strictObject({
  week: z.array(Spans).length(7).describe('Monday first'),
  exceptions: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        spans: Spans.describe('None: closed'),
        words: z.strictObject({ en: ShortText, fr: ShortText }),
      }),
    )
    .max(400)
    .refine((all) => new Set(all.map(({ day }) => day)).size === all.length, {
      message: 'a day is there twice',
    }),
})

export const Address = z.strictObject({
  street: Text,
  city: Text,
  province: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
  postalCode: z.string().regex(/^[A-Z]\d[A-Z] \d[A-Z]\d$/, 'such as V8V 0A1'),
})
const Phone = z.string().regex(/^\+?[0-9][0-9 ()-]{5,28}[0-9]$/, 'digits, spaces and hyphens')

export const Settings = z
  .strictObject({
    name: Both,
    region: z.strictObject(named).optional().describe('The offices a director sees together'),
    address: Address.optional().describe('For the office’s public page'),
    phone: Phone.optional().describe('For the office’s public page'),
    sign: z.string().regex(/^[A-Z]{2,4}$/, 'two to four capital letters'),
    timeZone: z.string().refine(isZone, 'not a time zone that this server knows'),
    hours: Hours.optional().describe('Absent: always open'),
    joining: z
      .strictObject({
        lateMinutes: z.number().int().min(0).max(120),
        mostExpected: z.number().int().min(0).max(500),
      })
      .optional()
      .describe('Absent: nobody joins by phone'),
    asks: z
      .strictObject({
        firstName: z.boolean(),
        phone: z.boolean(),
        keptDays: z.number().int().min(1).max(30),
      })
      .optional()
      .describe('What people may leave at the kiosk, and how many days it is kept'),
    agentFigures: z
      .boolean()
      .optional()
      .describe('Whether agents and their manager may see figures of one agent; absent: no'),
    reception: z.boolean(),
    programmes: z.array(z.strictObject(named)).min(1).max(200),
    categories: z.array(z.strictObject(named)).min(1).max(200),
    services: z.array(Service).min(1).max(500),
    counters: z.array(z.strictObject(named)).min(1).max(200),
    counterKinds: z.array(z.strictObject(named)).max(20),
    outcomes: z.array(z.strictObject(named)).max(50),
    reasons: z.strictObject({
      hold: z.array(z.strictObject(named)).max(50),
      away: z.array(z.strictObject(named)).max(50),
      reorder: z.array(z.strictObject(named)).max(50),
      correction: z.array(z.strictObject(named)).max(50),
    }),
    policy: z.strictObject({
      classes: z
        .array(z.strictObject({ ...named, creditMinutes: z.number().min(-240).max(240) }))
        .min(1)
        .max(10),
      appointmentCreditMinutes: z.number().min(0).max(240),
      appointmentGraceMinutes: z.number().min(0).max(240),
      raise: z
        .array(z.strictObject({ service: Code, afterMinutes: z.number().int().min(1).max(480) }))
        .max(50),
      share: z
        .strictObject({
          walkIns: z.number().int().min(1).max(20),
          appointments: z.number().int().min(1).max(20),
        })
        .nullable(),
      noShow: z.strictObject({
        afterRecalls: z.number().int().min(1).max(10).nullable(),
        afterSeconds: z.number().int().min(15).max(1800).nullable(),
        waitsAgain: z.number().int().min(0).max(5),
        unhurried: z.enum(['doubled', 'never']),
      }),
      outcomeNeeded: z.boolean(),
      wrapUpSeconds: z.number().int().min(0).max(1800),
      heldComesBack: z.boolean(),
      forgetNotes: z.boolean(),
      thresholds: z.strictObject({ wait: Threshold, hold: Threshold, service: Threshold }),
      nightCloseMinute: z.number().int().min(0).max(1439).nullable(),
    }),
  })
  .superRefine((settings, check) => {
    const lists = [
      'programmes',
      'categories',
      'services',
      'counters',
      'counterKinds',
      'outcomes',
    ] as const
    const once = (path: string[], named: readonly { code: string }[]): void => {
      const codes = named.map((each) => each.code)
      const twice = codes.find((code, index) => codes.indexOf(code) !== index)
      if (twice !== undefined)
        check.addIssue({ code: 'custom', path, message: `${twice} is there twice` })
    }
    for (const list of lists) once([list], settings[list])
    settings.services.forEach(({ questions = [] }, index) => {
      once(['services', String(index), 'questions'], questions)
    })
    for (const [list, named] of Object.entries(settings.reasons)) once(['reasons', list], named)
    if (
      !settings.policy.classes.some(
        ({ code, creditMinutes }) => code === ORDINARY && creditMinutes === 0,
      )
    ) {
      const message = `there must be a class ${ORDINARY} without a head start`
      check.addIssue({ code: 'custom', path: ['policy', 'classes'], message })
    }
    const { classes, raise } = settings.policy
    classes.forEach(({ code }, index) => {
      if (classes.findIndex((each) => each.code === code) === index) return
      const path = ['policy', 'classes', index]
      check.addIssue({ code: 'custom', path, message: `${code} is there twice` })
    })
    raise.forEach(({ service }, index) => {
      if (settings.services.some((each) => each.code === service)) return
      const path = ['policy', 'raise', index]
      check.addIssue({ code: 'custom', path, message: `there is no service ${service}` })
    })
    settings.services.forEach(({ category, programme, programmesFrom = [] }, index) => {
      const path = ['services', index]
      if (!settings.categories.some((each) => each.code === category)) {
        check.addIssue({ code: 'custom', path, message: `there is no category ${category}` })
      }
      for (const asked of [programme, ...programmesFrom.map((each) => each.programme)]) {
        if (settings.programmes.some((each) => each.code === asked)) continue
        check.addIssue({ code: 'custom', path, message: `there is no programme ${asked}` })
      }
    })
  })

/** The checked document as the rules know it. */
export function toSettings(checked: z.output<typeof Settings>): OfficeSettings {
  const { region, agentFigures, address, phone, hours, asks, joining, ...rest } = checked
  return {
    ...rest,
    ...(region ? { region } : {}),
    ...(agentFigures === undefined ? {} : { agentFigures }),
    ...(address ? { address } : {}),
    ...(phone === undefined ? {} : { phone }),
    ...(hours ? { hours } : {}),
    ...(asks ? { asks } : {}),
    ...(joining ? { joining } : {}),
    services: checked.services.map(
      ({ description, withdrawn, quota, bring, questions, programmesFrom, ...service }) => ({
        ...service,
        ...(programmesFrom ? { programmesFrom } : {}),
        ...(bring ? { bring } : {}),
        ...(questions ? { questions } : {}),
        ...(description ? { description } : {}),
        ...(withdrawn ? { withdrawn } : {}),
        ...(quota === undefined ? {} : { quota }),
      }),
    ),
  }
}
