// What this computer's desk program is told: the server's address and the key that calls next. From
// a file, over which the command line wins. Anything wrong is a sentence for whoever installs it.

export interface Settings {
  /** Origin of the server, such as `https://guichet.example.gov.bc.ca`. */
  readonly server: string
  /** As Electron writes accelerators; null: no key is taken from other programs. */
  readonly callNextKey: string | null
}

/** Two keys that no usual program and no layout of Canadian keyboards gives a meaning together. */
const CALL_NEXT_KEY = 'Control+Alt+PageDown'
const HERE = ['localhost', '127.0.0.1', '[::1]']
const KNOWN = ['server', 'callNextKey']

/** `text` is the file's, null when there is none. Throws with a sentence when it cannot be used. */
export function readSettings(text: string | null, words: readonly string[]): Settings {
  const file = text === null ? {} : parse(text)
  const unknown = Object.keys(file).filter((name) => !KNOWN.includes(name))
  if (unknown.length > 0) throw new Error(`The settings have no "${unknown.join('", "')}".`)
  const server = wordOf(words, 'server') ?? file.server
  if (typeof server !== 'string') {
    throw new Error('No server is named. Write {"server": "https://…"}, or start with --server=…')
  }
  return { server: originOf(server), callNextKey: keyOf(file.callNextKey) }
}

/** Where the settings are, when the command line says so. */
export function settingsFile(words: readonly string[]): string | null {
  return wordOf(words, 'config')
}

function wordOf(words: readonly string[], name: string): string | null {
  const start = `--${name}=`
  return words.find((word) => word.startsWith(start))?.slice(start.length) ?? null
}

function parse(text: string): Record<string, unknown> {
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

function keyOf(key: unknown): string | null {
  if (key === undefined) return CALL_NEXT_KEY
  if (key === null || (typeof key === 'string' && key.trim() !== '')) return key
  throw new Error('"callNextKey" is a key such as "Control+Alt+PageDown", or null for none.')
}
