// What crosses the wire about the waiting room itself: boards, notices, media, recordings, and where
// the sounds of a spoken call are.
import { z } from 'zod'
import { CALLED_BY, LAYOUTS } from '../domain/room.ts'
import { Code, Id, Instant, Language, Version } from './fields.ts'

const Text = z.string().trim().min(1)
const both = (most: number) => z.strictObject({ en: Text.max(most), fr: Text.max(most) })
const Volume = z.number().int().min(0).max(100)
const once = (list: readonly (string | number)[]): boolean => new Set(list).size === list.length
const TWICE = { message: 'something is there twice' }

/** Minutes of the office's day; `to` 1440 is midnight. */
const HoursOfDay = z
  .strictObject({ from: z.number().int().min(0).max(1439), to: z.number().int().min(1).max(1440) })
  .refine(({ from, to }) => from < to, { message: 'ends before it begins', path: ['to'] })

const codes = (most: number) => z.array(Code).min(1).max(most).refine(once, TWICE)

/** A board as it is set up; its code is in the address. */
export const PutBoard = z.strictObject({
  name: both(60),
  layout: z.enum(LAYOUTS).describe('Calls only; calls and the waiting list; calls and media'),
  calledBy: z
    .enum(CALLED_BY)
    .describe(
      'name: first name and initial of those who agreed, else the ticket; nobody: no calls',
    ),
  services: codes(500).nullable().describe('Whose calls and lines it shows; null: all'),
  counters: codes(200).nullable().describe('The counters of its zone; null: all'),
  last: z.number().int().min(0).max(12).describe('How many of the last calls stay'),
  stays: z
    .strictObject({
      until: z.enum(['begun', 'time']),
      minutes: z.number().int().min(1).max(240),
    })
    .describe('begun: a call goes once service begins; both: after so many minutes'),
  shows: z.strictObject({
    next: z.number().int().min(0).max(12).describe('How many of the next numbers'),
    waiting: z.boolean().describe('How many wait, by service'),
    counters: z.boolean().describe('Which counters are open'),
    joinCode: z.boolean().describe('The code to join or follow by phone'),
  }),
  playlist: z
    .array(Id)
    .max(100)
    .refine(once, TWICE)
    .nullable()
    .describe('Ids of media, in this order; null: all of the office’s'),
  chimeVolume: Volume.describe('0: none'),
  voice: z.strictObject({
    isOn: z.boolean(),
    volume: Volume,
    languages: z.array(Language).min(1).max(2).refine(once, TWICE),
    first: z.enum(['ticket', 'listed']).describe('Whose language is spoken first'),
  }),
  quietHours: z
    .array(HoursOfDay)
    .max(6)
    .refine((all) => all.every(({ from }, index) => from >= (all[index - 1]?.to ?? 0)), {
      message: 'hours must be in order and not overlap',
    })
    .describe('Neither chime nor voice then'),
  devices: z
    .array(Id)
    .max(50)
    .refine(once, TWICE)
    .describe('Displays that show it where their address names no board'),
})
export type PutBoard = z.infer<typeof PutBoard>

export const BoardSettings = PutBoard.extend({ code: z.string() })
export type BoardSettings = z.infer<typeof BoardSettings>

export const PutNotice = z
  .strictObject({
    words: both(300),
    isUrgent: z.boolean().describe('Interrupts what boards play'),
    from: Instant.nullable(),
    until: Instant.nullable(),
    days: z
      .array(z.number().int().min(1).max(7))
      .max(7)
      .refine(once, TWICE)
      .describe('1 is Monday; empty: every day'),
    hours: HoursOfDay.nullable().describe('Of the office’s day; null: all day'),
    boards: codes(20).nullable().describe('Which boards show it; null: all'),
  })
  .refine(({ from, until }) => !from || !until || Date.parse(from) < Date.parse(until), {
    message: 'ends before it begins',
    path: ['until'],
  })
export type PutNotice = z.infer<typeof PutNotice>

/** A notice as boards and offices see it: whether it shows now, `isNoticeShown` says. */
export const NoticeInfo = z.object({
  id: z.string(),
  words: z.object({ en: z.string(), fr: z.string() }),
  isUrgent: z.boolean(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  days: z.array(z.number()),
  hours: z.object({ from: z.number(), to: z.number() }).nullable(),
  boards: z.array(z.string()).nullable(),
})
export type NoticeInfo = z.infer<typeof NoticeInfo>

const FileName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{C}/\\<>:"|?*]+$/u, 'a name without control signs or / \\ < > : " | ? *')
/** What is said of a file beside its bytes, in the address. */
export const NewMedium = z.strictObject({ name: FileName })
export const PutMedium = z.strictObject({
  name: FileName,
  seconds: z.number().int().min(3).max(600).optional().describe('Of an image'),
  alt: both(200).nullable().describe('What it says, for those who cannot see it'),
})
export type PutMedium = z.infer<typeof PutMedium>

export const MediumInfo = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string().describe('Such as image/png'),
  bytes: z.number().int(),
  path: z.string().describe('Always gives the same bytes; takes ranges'),
  seconds: z.number().int().nullable().describe('How long an image is shown; null: a video'),
  alt: z.object({ en: z.string(), fr: z.string() }).nullable(),
})
export type MediumInfo = z.infer<typeof MediumInfo>

/** All media of the office, each once, in the order in which they play. */
export const OrderPlaylist = z.strictObject({ media: z.array(Id).max(100).refine(once, TWICE) })

/** What may be said: a letter, a digit, the word for a counter, or a counter by its code. */
export const SPOKEN_WORD = /^([a-z]|[0-9]|counter|counter-[a-z0-9][a-z0-9-]{0,39})$/
export const RecordingInfo = z.object({
  language: Language,
  word: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  path: z.string(),
})
export type RecordingInfo = z.infer<typeof RecordingInfo>

/** Which language an uploaded pack is in, where no folder of the archive says it. */
export const NewVoicePack = z.strictObject({ language: Language.exactOptional() })
export const VoicePackInfo = z.object({
  language: Language,
  name: z.string().describe('As its folder was called'),
  bytes: z.number().int(),
  lacks: z
    .object({
      words: z.array(z.string()).describe('Letters, digits, `counter`'),
      numbers: z.array(z.number().int()).describe('Of the numbers 1 to 200'),
    })
    .describe(
      'What it cannot say; then recordings, the server’s pack or the machine do, if they can',
    ),
})
export type VoicePackInfo = z.infer<typeof VoicePackInfo>

// ---- answers

const answer = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ office: z.string(), version: Version, ...shape })
export const BoardAnswer = answer({ board: BoardSettings })
export const BoardsAnswer = answer({ boards: z.array(BoardSettings) })
export const NoticeAnswer = answer({ notice: NoticeInfo })
export const NoticesAnswer = answer({ notices: z.array(NoticeInfo) })
export const MediumAnswer = answer({ medium: MediumInfo })
export const MediaAnswer = answer({ media: z.array(MediumInfo) })
export const RecordingAnswer = answer({ recording: RecordingInfo })
export const RecordingsAnswer = answer({ recordings: z.array(RecordingInfo) })
export const VoicePacksAnswer = answer({ packs: z.array(VoicePackInfo) })
export const VoicePackAdded = VoicePacksAnswer.extend({
  added: z.array(Language).describe('In which languages there was one in the archive'),
  ignored: z.number().int().describe('How many files of it say nothing that boards say'),
})

// ---- the voice

/**
 * What can be spoken, by language. The words are the letters a to z, the digits 0 to 9, `counter`
 * (the word itself) and `counter-4` for each counter by its code, its number read as a number.
 * `spokenCall` says which words a call is.
 */
export const VoiceManifest = z.object({
  office: z.string(),
  languages: z.array(
    z.object({
      language: Language,
      pack: z
        .string()
        .nullable()
        .describe('Name of the voice pack, the office’s own first; null: there is none'),
      sounds: z
        .record(z.string(), z.array(z.string()))
        .describe('By word: paths of the files to play one after another without a gap'),
      own: z.array(z.string()).describe('Words in the office’s own recording'),
      made: z.array(z.string()).describe('Words that the machine’s own voice says'),
      missing: z.array(z.string()).describe('Words that nothing here can say: left out'),
    }),
  ),
})
export type VoiceManifest = z.infer<typeof VoiceManifest>
