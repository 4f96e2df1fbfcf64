// What a kiosk may have to say aloud, and where the sounds of it are.
import { z } from 'zod'
import { Language } from './fields.ts'

/** How many sentences are asked for at once. */
export const SENTENCES_MOST = 40

export const Sentences = z.strictObject({
  sentences: z
    .array(
      z.strictObject({
        language: Language,
        text: z.string().trim().min(1).max(400).describe('Words of the screen; nobody’s own'),
      }),
    )
    .min(1)
    .max(SENTENCES_MOST),
})
export type Sentences = z.infer<typeof Sentences>

export const Sounds = z.object({
  isAvailable: z.boolean().describe('False: this server has no voice'),
  sounds: z
    .array(z.object({ language: Language, text: z.string(), path: z.string() }))
    .describe('Those that there are; a path always gives the same sound'),
})
export type Sounds = z.infer<typeof Sounds>
