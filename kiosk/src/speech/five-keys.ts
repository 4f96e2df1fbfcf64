// The five keys of an audio pad, which a kiosk hears as keys of a keyboard: up, down, back, help,
// choose. They move among what can be pressed, from one to the next and round again.

export const FIVE_KEYS = ['up', 'down', 'back', 'help', 'choose'] as const
export type FiveKey = (typeof FIVE_KEYS)[number]
/** By the `code` of a keyboard event. */
export type KeyCodes = ReadonlyMap<string, FiveKey>

const USUAL: readonly [code: string, key: FiveKey][] = [
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['Escape', 'back'],
  ['Backspace', 'back'],
  ['F1', 'help'],
  ['Enter', 'choose'],
  ['NumpadEnter', 'choose'],
]

/**
 * The codes of this kiosk's pad: five in the order of `FIVE_KEYS`, as in
 * `?keys=KeyU,KeyD,KeyB,KeyH,KeyC` in its address; anything else is the usual ones.
 */
export function keyCodes(search: string): KeyCodes {
  const given = (new URLSearchParams(search).get('keys') ?? '').split(',')
  const isWhole = given.length === FIVE_KEYS.length && new Set(given).size === given.length
  if (!isWhole || !given.every((code) => /^[A-Za-z0-9]{2,20}$/.test(code))) return new Map(USUAL)
  return new Map(FIVE_KEYS.map((key, index) => [given[index] ?? '', key]))
}

/** Somebody with a keyboard goes on with Tab, Enter and Escape: only these ask to be spoken to. */
export function asksForSpeech(key: FiveKey): boolean {
  return key === 'up' || key === 'down' || key === 'help'
}

/**
 * Which of `count` things comes next; `from` -1: none of them has the focus, and `before` of them
 * come before what has. Null when there is nothing.
 */
export function nextPlace(
  key: 'up' | 'down',
  count: number,
  from: number,
  before: number,
): number | null {
  if (count === 0) return null
  if (from >= 0) return (from + (key === 'down' ? 1 : count - 1)) % count
  return key === 'down' ? before % count : (before + count - 1) % count
}
