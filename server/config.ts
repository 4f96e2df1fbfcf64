// Every setting of the server, from the environment, checked before anything listens. Nothing else
// reads the environment. What belongs to an office (hours, services, wording) is data, not this.
import { existsSync } from 'node:fs'
import { z } from 'zod'

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on')
const clock = z
  .string()
  .regex(/^[^;]+(;speed=\d+(\.\d+)?)?$/, 'must look like 2026-06-01T09:30:00-07:00;speed=60')
  .transform((text, check) => {
    const [start = '', speed] = text.split(';speed=')
    const at = Date.parse(start)
    if (Number.isNaN(at)) check.addIssue('does not start with an ISO 8601 instant')
    return { start: at, speed: Number(speed ?? 1) }
  })
  .refine(({ speed }) => speed > 0 && speed <= 10_000, 'speed must be above 0 and at most 10000')

/** What each setting means: the text of .env.example. */
export const SETTINGS = {
  PORT: {
    doc: 'Port to listen on; 0 takes any free one',
    schema: z.coerce.number().int().min(0).max(65_535).default(8080),
  },
  HOST: {
    doc: 'Address to listen on; demo mode accepts only this computer',
    schema: z.string().min(1).optional(),
  },
  DATABASE_URL: {
    doc: 'sqlite:path/to/file.db or postgres://user@host/database',
    schema: z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:FILE or postgres://…')
      .default('sqlite:data/guichet.db'),
  },
  GUICHET_MODE: {
    doc: 'demo: this computer only, seeded passwords; production: TLS or a trusted proxy, no seeds',
    schema: z.enum(['demo', 'production']).default('demo'),
  },
  GUICHET_SEED_PASSWORD: {
    doc: 'Password of the staff that demo mode makes; refused in production',
    schema: z.string().min(4).optional(),
  },
  GUICHET_SECRET: {
    doc: 'Signs device tokens, at least 32 characters; production needs it, demo makes its own',
    schema: z.string().min(32).optional(),
  },
  TLS_CERT: { doc: 'File of the TLS certificate chain', schema: z.string().min(1).optional() },
  TLS_KEY: { doc: 'File of its private key', schema: z.string().min(1).optional() },
  TRUSTED_PROXY: {
    doc: 'Address or subnet of the proxy that speaks TLS for this server, such as 10.0.0.5',
    schema: z
      .string()
      .regex(/^[0-9a-fA-F.:/, ]+$|^loopback$/, 'must be addresses or subnets, or loopback')
      .optional(),
  },
  CLOCK: {
    doc: 'Start of the server’s clock and its speed, for demos and replays; refused in production',
    schema: clock.optional(),
  },
  SPEECH_FOLDER: {
    doc: 'Folder of the sounds that kiosks speak with, and of recordings in their place',
    schema: z.string().min(1).default('data/speech'),
  },
  VOICE_PACKS: {
    doc: 'Folders with voice packs for boards, separated by commas: in each a folder a language',
    schema: z.string().default('data/voices,/usr/share/asterisk/sounds'),
  },
  MEDIA_FOLDER: {
    doc: 'Folder of what offices upload for their boards: images, videos, recordings, voice packs',
    schema: z.string().min(1).default('data/media'),
  },
  VOICE_PROGRAM: {
    doc: 'Program that makes those sounds, and what a voice pack lacks; without it kiosks do not speak',
    schema: z.string().min(1).default('espeak-ng'),
  },
  PUSH_CONTACT: {
    doc: 'How push services reach whoever runs this: mailto:… or https://…; none, no push to phones',
    schema: z
      .string()
      .regex(/^(mailto:[^@\s]+@\S+|https:\/\/\S+)$/, 'must be mailto:… or https://…')
      .optional(),
  },
  LIMITS: { doc: 'Limits on requests: on or off', schema: onOff.default(true) },
  LOG_LEVEL: {
    doc: 'fatal, error, warn, info, debug or silent',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  },
  GUICHET_COMMIT_DELAY_MS: {
    doc: 'Makes each commit slower, for benches; refused in production',
    schema: z.coerce.number().int().min(0).max(1_000).default(0),
  },
  GUICHET_DEV: {
    doc: 'Serve the pages from their sources, reloading as they change: on or off',
    schema: onOff.default(false),
  },
} as const

type Values = { [Name in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[Name]['schema']> }

export interface Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string
  readonly mode: 'demo' | 'production'
  readonly seedPassword: string
  readonly secret: string | null
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly trustedProxy: string | null
  readonly clock: { readonly start: number; readonly speed: number } | null
  readonly speech: { readonly folder: string; readonly voice: string }
  readonly voicePacks: readonly string[]
  readonly mediaFolder: string
  /** Null: no push is sent. */
  readonly pushContact: string | null
  readonly limits: boolean
  readonly logLevel: string
  readonly commitDelay: number
  readonly dev: boolean
}

/** Faults of the environment, one readable line each. */
export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** Push services want one, and a demo has nobody to answer. */
const DEMO_CONTACT = 'mailto:demo@example.org'
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** The settings as one object. Throws `ConfigError` with every fault found, not only the first. */
export function readConfig(env: Record<string, string | undefined> = environment()): Config {
  const faults: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, { schema }] of Object.entries(SETTINGS)) {
    const given = env[name] === '' ? undefined : env[name]
    const result = schema.safeParse(given)
    if (result.success) values[name] = result.data
    else faults.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}`)
  }
  const set = values as Values
  faults.push(...together(set))
  if (faults.length > 0) throw new ConfigError(faults)
  const { TLS_CERT: cert, TLS_KEY: key } = set
  return {
    port: set.PORT,
    host: set.HOST ?? (set.GUICHET_MODE === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl: set.DATABASE_URL,
    mode: set.GUICHET_MODE,
    seedPassword: set.GUICHET_SEED_PASSWORD ?? 'guichet',
    secret: set.GUICHET_SECRET ?? null,
    tls: cert && key ? { cert, key } : null,
    trustedProxy: set.TRUSTED_PROXY ?? null,
    clock: set.CLOCK ?? null,
    speech: { folder: set.SPEECH_FOLDER, voice: set.VOICE_PROGRAM },
    voicePacks: set.VOICE_PACKS.split(',').flatMap((folder) => folder.trim() || []),
    mediaFolder: set.MEDIA_FOLDER,
    pushContact: set.PUSH_CONTACT ?? (set.GUICHET_MODE === 'demo' ? DEMO_CONTACT : null),
    limits: set.LIMITS,
    logLevel: set.LOG_LEVEL,
    commitDelay: set.GUICHET_COMMIT_DELAY_MS,
    dev: set.GUICHET_DEV,
  }
}

/** The environment, with what a file .env in the working folder adds to it. */
function environment(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile()
  return process.env
}

/** Faults that show only when settings are seen together. */
function together(set: Partial<Values>): string[] {
  const faults: string[] = []
  if (Boolean(set.TLS_CERT) !== Boolean(set.TLS_KEY)) {
    faults.push('TLS_CERT, TLS_KEY: give both or neither')
  }
  if (set.GUICHET_MODE !== 'production') {
    if (set.HOST && !LOOPBACK.includes(set.HOST)) {
      faults.push(`HOST: demo mode listens on this computer only, not on ${set.HOST}`)
    }
    return faults
  }
  if (!set.TLS_CERT && !set.TRUSTED_PROXY) {
    faults.push('GUICHET_MODE: production needs TLS_CERT and TLS_KEY, or TRUSTED_PROXY')
  }
  if (!set.GUICHET_SECRET) faults.push('GUICHET_SECRET: production needs one')
  if (set.GUICHET_SEED_PASSWORD) {
    faults.push('GUICHET_SEED_PASSWORD: refused in production')
  }
  if (set.CLOCK) faults.push('CLOCK: refused in production')
  if (set.GUICHET_COMMIT_DELAY_MS) faults.push('GUICHET_COMMIT_DELAY_MS: refused in production')
  if (set.GUICHET_DEV) faults.push('GUICHET_DEV: refused in production')
  return faults
}
