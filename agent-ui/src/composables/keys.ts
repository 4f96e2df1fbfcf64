// Every action of the desk has a key: this is the whole table. The buttons show it, the help lists
// it, and it is the same in both languages, so that colleagues can help each other. A letter acts on
// the person at the counter; the same letter with Shift on whoever is chosen in the lists.

/** Where a key counts: always when signed in; at the counter; on whoever is chosen in the lists. */
export type KeyGroup = 'visit' | 'chosen' | 'lists' | 'desk' | 'office'
export const KEY_GROUPS: readonly KeyGroup[] = ['visit', 'chosen', 'lists', 'desk', 'office']

interface KeyOf {
  readonly group: KeyGroup
  /** As `KeyboardEvent.key`, letters in capitals. */
  readonly key: string
  readonly shift?: true
}

export const KEYS = {
  primary: { group: 'visit', key: ' ' },
  recall: { group: 'visit', key: 'R' },
  hold: { group: 'visit', key: 'H' },
  transfer: { group: 'visit', key: 'T' },
  return: { group: 'visit', key: 'Q' },
  'no-show': { group: 'visit', key: 'X' },
  leave: { group: 'visit', key: 'L' },
  'finish-with': { group: 'visit', key: 'F' },
  'add-request': { group: 'visit', key: 'D' },
  requests: { group: 'visit', key: 'E' },
  person: { group: 'visit', key: 'I' },
  note: { group: 'visit', key: 'C' },
  'times-wrong': { group: 'visit', key: 'W' },
  undo: { group: 'visit', key: 'Z' },
  'chosen-call': { group: 'chosen', key: 'Enter' },
  'chosen-begin': { group: 'chosen', key: 'B', shift: true },
  'chosen-transfer': { group: 'chosen', key: 'T', shift: true },
  'chosen-return': { group: 'chosen', key: 'Q', shift: true },
  'chosen-assign': { group: 'chosen', key: 'A', shift: true },
  'chosen-reorder': { group: 'chosen', key: 'M', shift: true },
  'chosen-person': { group: 'chosen', key: 'I', shift: true },
  'chosen-note': { group: 'chosen', key: 'C', shift: true },
  'chosen-leave': { group: 'chosen', key: 'L', shift: true },
  deselect: { group: 'chosen', key: 'Escape' },
  'to-list': { group: 'lists', key: 'ArrowDown' },
  'show-all': { group: 'lists', key: 'A' },
  'bring-back': { group: 'lists', key: 'B' },
  pause: { group: 'desk', key: 'P' },
  profile: { group: 'desk', key: 'S' },
  'call-bar': { group: 'desk', key: 'K' },
  'leave-counter': { group: 'desk', key: 'G' },
  'sign-out': { group: 'desk', key: 'O' },
  language: { group: 'desk', key: 'Y' },
  help: { group: 'desk', key: '?' },
  greeter: { group: 'office', key: 'N' },
  'office-now': { group: 'office', key: 'M' },
  alarm: { group: 'office', key: '!' },
} as const satisfies Record<string, KeyOf>

export type KeyAction = keyof typeof KEYS
export const KEY_ACTIONS = Object.keys(KEYS) as KeyAction[]

/** A press, without the DOM: `on` is what has the focus. */
export interface Press {
  readonly key: string
  readonly shift: boolean
  /** Control, Alt or Command is down: the browser's business, or the system's. */
  readonly withModifier: boolean
  /** The key is being held down. */
  readonly isRepeat: boolean
  /** `text`: a field is being typed in; `control`: a button or box that has its own Space and Enter. */
  readonly on: 'text' | 'control' | 'page'
}

/** What a press asks for; null when it is not for the desk. */
export function actionOf(press: Press): KeyAction | null {
  if (press.withModifier || press.isRepeat || press.on === 'text') return null
  if (press.on === 'control' && (press.key === ' ' || press.key === 'Enter')) return null
  return KEY_ACTIONS.find((action) => matches(KEYS[action], press)) ?? null
}

function matches(entry: KeyOf, press: Press): boolean {
  // Where signs such as ? are, with Shift or without, differs from keyboard to keyboard.
  if (!/^[A-Z]$/.test(entry.key)) return entry.key === press.key
  return entry.key === press.key.toUpperCase() && (entry.shift === true) === press.shift
}

/** The caps of an action as drawn on a button, such as `⇧ B`. Words for Space are the locale's. */
export function capOf(action: KeyAction): string {
  const entry: KeyOf = KEYS[action]
  const names: Record<string, string> = { ArrowDown: '↓', Enter: '⏎', Escape: 'Esc' }
  const cap = names[entry.key] ?? entry.key
  return entry.shift ? `⇧${cap}` : cap
}

/** The same for assistive technology, as `aria-keyshortcuts` wants it. */
export function shortcutOf(action: KeyAction): string {
  const entry: KeyOf = KEYS[action]
  const key = entry.key === ' ' ? 'Space' : entry.key
  return entry.shift ? `Shift+${key}` : key
}

/** The place (from 0) that a number key from 1 to 9 chooses in a list; null for any other press. */
export function numberOf(press: Press): number | null {
  if (press.withModifier || press.isRepeat || press.on === 'text') return null
  return /^[1-9]$/.test(press.key) ? Number(press.key) - 1 : null
}
