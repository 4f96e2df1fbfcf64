// Messages to this agent that are not read yet: what the server listed, what has come since, less
// what was read here meanwhile.
import type { StaffMessage } from '#protocol'

/** The most characters a message may have. */
export const MESSAGE_LENGTH = 300

export interface Inbox {
  /** Not read, the oldest first. */
  readonly unread: readonly StaffMessage[]
  /** Ids of those read here: a list asked for before that may still hold them. */
  readonly read: ReadonlySet<string>
}

export const EMPTY_INBOX: Inbox = { unread: [], read: new Set() }

/** With `come` in it, each once. */
export function withMessages(inbox: Inbox, come: readonly StaffMessage[]): Inbox {
  const known = new Set([...inbox.read, ...inbox.unread.map(({ id }) => id)])
  const fresh = come.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return inbox
  const unread = [...inbox.unread, ...fresh].sort(
    (a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt),
  )
  return { ...inbox, unread }
}

export function withoutMessage(inbox: Inbox, id: string): Inbox {
  return {
    unread: inbox.unread.filter((message) => message.id !== id),
    read: new Set([...inbox.read, id]),
  }
}
