// All the power the desk page gets from the program it may run in, and all that the program hears
// from the page. Without the program `window.guichet` is absent and the page does everything else.
// Nothing here carries a name, a note or a ticket's person.

/** The whole desk, or the small bar that stays above other programs. */
export const SHAPES = ['desk', 'bar'] as const
export type Shape = (typeof SHAPES)[number]

/** What the mark in the tray shows: its colour says which. */
export const DESK_STATES = ['signed-out', 'available', 'busy', 'away', 'not-live'] as const
export type ShownState = (typeof DESK_STATES)[number]

export interface DeskNews {
  readonly state: ShownState
  /** One line in the agent's language, such as `3 waiting · A012 called`; at most 120 characters. */
  readonly text: string
  /** The agent's language, in which the tray's menu speaks too. */
  readonly language: 'en' | 'fr'
}

export interface DeskBridge {
  /** Tells the tray how the desk is. */
  tell(news: DeskNews): void
  /** Gives the window the size of the page's layout; the bar stays above other windows. */
  shape(shape: Shape): void
  /** Brings the window to the front: a notification was pressed. */
  raise(): void
  /** The key that calls next from any program, such as `Control+Alt+PageDown`; null: none is held. */
  callNextKey(): Promise<string | null>
  /** That key was pressed. The page decides what comes of it. Answers how to stop listening. */
  onCallNext(pressed: () => void): () => void
  /** The tray's menu asks for the other layout. Answers how to stop listening. */
  onShapeWanted(wanted: (shape: Shape) => void): () => void
}

/** Where the bridge is found in the page. */
export const BRIDGE_NAME = 'guichet'

declare global {
  interface Window {
    readonly guichet?: DeskBridge
  }
}

/** The wires between page and program. Each carries one thing, in one direction or with its answer. */
export const CHANNELS = {
  tell: 'desk:tell',
  shape: 'desk:shape',
  raise: 'desk:raise',
  callNextKey: 'desk:call-next-key',
  callNext: 'program:call-next',
  shapeWanted: 'program:shape-wanted',
} as const

export const NEWS_LENGTH = 120

export function isShape(value: unknown): value is Shape {
  return SHAPES.some((shape) => shape === value)
}

export function isNews(value: unknown): value is DeskNews {
  if (typeof value !== 'object' || value === null) return false
  const { state, text, language } = value as Record<string, unknown>
  return (
    DESK_STATES.some((each) => each === state) &&
    typeof text === 'string' &&
    text.length <= NEWS_LENGTH &&
    (language === 'en' || language === 'fr')
  )
}
