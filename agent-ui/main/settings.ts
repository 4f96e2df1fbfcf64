// What this computer's desk program is told: the server's address and the key that calls next. From
// a file, over which the command line wins. Anything wrong is a sentence for whoever installs it.
import { parseSettings, serverOf } from '../../kiosk/shell/settings.ts'

export interface Settings {
  /** Origin of the server, such as `https://guichet.example.gov.bc.ca`. */
  readonly server: string
  /** As Electron writes accelerators; null: no key is taken from other programs. */
  readonly callNextKey: string | null
}

/** Two keys that no usual program and no layout of Canadian keyboards gives a meaning together. */
const CALL_NEXT_KEY = 'Control+Alt+PageDown'
const KNOWN = ['server', 'callNextKey']

/** `text` is the file's, null when there is none. Throws with a sentence when it cannot be used. */
export function readSettings(text: string | null, words: readonly string[]): Settings {
  const settings = parseSettings(text, KNOWN)
  return { server: serverOf(words, settings), callNextKey: keyOf(settings.callNextKey) }
}

function keyOf(key: unknown): string | null {
  if (key === undefined) return CALL_NEXT_KEY
  if (key === null || (typeof key === 'string' && key.trim() !== '')) return key
  throw new Error('"callNextKey" is a key such as "Control+Alt+PageDown", or null for none.')
}
