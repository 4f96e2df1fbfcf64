// Joining the queue by phone: what the page shows before, and what it sends.
import { z } from 'zod'
import { Code, Language, Words } from './fields.ts'
import { IntakeRow, ServiceInfo } from './views.ts'

const RoomCode = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'the code on the board')

export const Join = z.strictObject({
  service: Code,
  language: Language.optional(),
  code: RoomCode.optional().describe('On the board now; without it one joins from afar'),
})
export const ArriveByCode = z.strictObject({ code: RoomCode })

export const JoinView = z.object({
  office: z.string(),
  name: Words,
  timeZone: z.string(),
  categories: z.array(z.object({ code: z.string(), name: Words })),
  services: z.array(ServiceInfo),
  intake: IntakeRow,
  waiting: z.number().int().describe('People waiting now'),
  isOffered: z.boolean().describe('Whether people join this office by phone'),
  fromAfar: z.boolean().describe('Whether they do so without being there'),
})
export type JoinView = z.infer<typeof JoinView>
