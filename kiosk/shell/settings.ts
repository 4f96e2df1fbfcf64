// What a program on this computer is told: from a file, over which the command line wins. Anything
// wrong is a sentence for whoever installs it.
import { readFileSync } from 'node:fs'

const HERE = ['localhost', '127.0.0.1', '[::1]']

/** The text of the settings: of `--config=FILE`, which must be there, or else of `usual`. */
export function settingsText(words: readonly string[], usual: string): string | null {
  const named = wordOf(words, 'config')
  try {
    return readFileSync(named ?? usual, 'utf8')
  } catch (error) {
    if (named !== null) throw error
    return null
  }
}

/** The settings in `text` (null: no file), of which no other than `known` may be there. */
export function parseSettings(
  text: string | null,
  known: readonly string[],
): Record<string, unknown> {
  const settings = text === null ? {} : asObject(text)
  const unknown = Object.keys(settings).filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`The settings have no "${unknown.join('", "')}".`)
  return settings
}

/** Origin of the server, from the command line or the file. Throws when none is named. */
export function serverOf(words: readonly string[], settings: Record<string, unknown>): string {
  const server = wordOf(words, 'server') ?? settings.server
  if (typeof server !== 'string') {
    throw new Error('No server is named. Write {"server": "https://…"}, or start with --server=…')
  }
  return originOf(server)
}

function wordOf(words: readonly string[], name: string): string | null {
  const start = `--${name}=`
  return words.find((word) => word.startsWith(start))?.slice(start.length) ?? null
}

function asObject(text: string): Record<string, unknown> {
  const value: unknown = readJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('The settings are not a JSON object.')
  }
  return value as Record<string, unknown>
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error('The settings are not JSON.', { cause: error })
  }
}

/** Only what cannot be overheard: a session passes here. On this computer itself plain HTTP will do. */
function originOf(server: string): string {
  const url = URL.parse(server)
  if (!url) throw new Error(`The server's address "${server}" is no address.`)
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && HERE.includes(url.hostname))
  if (!isSafe) throw new Error(`The server's address "${server}" must begin with https://`)
  return url.origin
}
