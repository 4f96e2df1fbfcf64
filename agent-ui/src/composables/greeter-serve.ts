// Whether the person who takes somebody in may serve them at once, and why not.
import type { CounterRow } from '#protocol'
import { counterOf, openVisitOf, type Desk } from './desk-rows.ts'

export type ServeNow =
  | { readonly at: string; readonly why: null }
  | { readonly at: null; readonly why: 'no-counter' | 'away' }
  | { readonly at: null; readonly why: 'busy'; readonly ticket: string }

/** `me` is the id of who is signed in. */
export function serveNow(desk: Desk, me: string): ServeNow {
  const counter = counterOf(desk, me)
  if (!counter) return { at: null, why: 'no-counter' }
  const open = openVisitOf(desk, me)
  if (open) return { at: null, why: 'busy', ticket: open.ticket }
  return isHere(counter) ? { at: counter.code, why: null } : { at: null, why: 'away' }
}

function isHere({ availability }: CounterRow): boolean {
  return availability === 'available' || availability === 'wrap-up'
}
