// An office's settings as they cross the wire, checked whole: whatever refers to something must
// refer to something that is there.
import { z } from 'zod'
import { isZone } from '../domain/office-time.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import { Code } from './fields.ts'

const Text = z.string().trim().min(1).max(200)
const Both = z.strictObject({ en: Text, fr: Text })
const named = { code: Code, name: Both }

const Service = z.strictObject({
  ...named,
  description: z.strictObject({ en: Text.max(1000), fr: Text.max(1000) }).optional(),
  category: Code,
  programme: Code,
  prefix: z.string().regex(/^[A-Z]{1,3}$/, 'one to three capital letters'),
})

export const Settings = z
  .strictObject({
    name: Both,
    timeZone: z.string().refine(isZone, 'not a time zone that this server knows'),
    reception: z.boolean(),
    programmes: z.array(z.strictObject(named)).min(1).max(200),
    categories: z.array(z.strictObject(named)).min(1).max(200),
    services: z.array(Service).min(1).max(500),
    counters: z.array(z.strictObject(named)).min(1).max(200),
    policy: z.strictObject({
      priorityCreditMinutes: z.number().min(0).max(240),
      nightCloseMinute: z.number().int().min(0).max(1439).nullable(),
    }),
  })
  .superRefine((settings, check) => {
    for (const list of ['programmes', 'categories', 'services', 'counters'] as const) {
      const codes = settings[list].map((each) => each.code)
      const twice = codes.find((code, index) => codes.indexOf(code) !== index)
      if (twice !== undefined)
        check.addIssue({ code: 'custom', path: [list], message: `${twice} is there twice` })
    }
    settings.services.forEach(({ category, programme }, index) => {
      const path = ['services', index]
      if (!settings.categories.some((each) => each.code === category)) {
        check.addIssue({ code: 'custom', path, message: `there is no category ${category}` })
      }
      if (!settings.programmes.some((each) => each.code === programme)) {
        check.addIssue({ code: 'custom', path, message: `there is no programme ${programme}` })
      }
    })
  })

/** The checked document as the rules know it. */
export function toSettings(checked: z.output<typeof Settings>): OfficeSettings {
  return {
    ...checked,
    services: checked.services.map(({ description, ...service }) =>
      description ? { ...service, description } : service,
    ),
  }
}
