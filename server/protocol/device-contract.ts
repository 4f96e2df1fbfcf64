// What crosses the wire about kiosks and displays themselves: how they come in by a code on their
// screen, and how they are.
import { z } from 'zod'
import { DEVICE_KINDS } from '../domain/permissions.ts'
import { Id, Instant } from './fields.ts'

/**
 * How a device's ticket printer is. `none`: it has none; `paper-low`: it prints, not for long;
 * `jam`: the cutter or the mechanism is stuck; `offline`: it does not answer.
 */
export const PRINTER_STATES = [
  'none',
  'ready',
  'paper-low',
  'paper-out',
  'cover-open',
  'jam',
  'offline',
] as const
export type PrinterState = (typeof PRINTER_STATES)[number]

/** What a device says of itself, when something changes and each minute. */
export const DeviceReport = z.strictObject({
  printer: z.enum(PRINTER_STATES),
  version: z.string().trim().min(1).max(40).describe('Of the program or the page it runs'),
  uptime: z.number().int().min(0).describe('Seconds since that began'),
  network: z.strictObject({
    cuts: z.number().int().min(0).describe('Times the live connection was lost since then'),
    roundTrip: z
      .number()
      .int()
      .min(0)
      .nullable()
      .describe('Of its last report, ms; null: none yet'),
  }),
})
export type DeviceReport = z.infer<typeof DeviceReport>

export const DeviceHealth = z.object({
  device: Id,
  office: z.string(),
  kind: z.enum(DEVICE_KINDS),
  name: z.string(),
  ...DeviceReport.shape,
  heardAt: Instant.describe('When the device last said this; each minute while it is well'),
})
export type DeviceHealth = z.infer<typeof DeviceHealth>
export const DevicesHealth = z.object({ devices: z.array(DeviceHealth) })
export type DevicesHealth = z.infer<typeof DevicesHealth>

// ---- enrolment

export const DeviceName = z.string().trim().min(1).max(80)
export const DeviceView = z.object({
  id: z.string(),
  office: z.string(),
  kind: z.enum(DEVICE_KINDS),
  name: z.string(),
})
export type DeviceView = z.infer<typeof DeviceView>

export const AskEnrolment = z.strictObject({ kind: z.enum(DEVICE_KINDS) })
export const Enrolment = z.object({
  code: z.string().describe('For the screen: eight letters and digits'),
  secret: z.string().describe('For the device alone: with it, it asks what came of its code'),
  expiresAt: Instant,
})
export type Enrolment = z.infer<typeof Enrolment>

export const AwaitEnrolment = z.strictObject({ secret: z.string().min(20).max(100) })
export const EnrolmentAnswer = z.discriminatedUnion('is', [
  z.object({ is: z.literal('waiting') }),
  z.object({
    is: z.literal('approved'),
    office: z.string(),
    name: z.string(),
    token: z.string().describe('What the device shows from now on: Bearer'),
  }),
])
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>

export const ApproveDevice = z.strictObject({
  code: z
    .string()
    .trim()
    .min(8)
    .max(12)
    .describe('As the screen shows it; spaces and case are free'),
  kind: z.enum(DEVICE_KINDS),
  name: DeviceName,
})
