// What the server has written into the page: the first view, and whose page it is by its address.
import type { TicketView } from '#protocol'

/** The view with which the page begins; null when its link follows nothing. */
export function firstView(page: Pick<Document, 'getElementById'>): TicketView | null {
  const text = page.getElementById('ticket-view')?.textContent
  return text ? (JSON.parse(text) as TicketView) : null
}

/** `TOKEN` of `/t/TOKEN`; empty when there is none. */
export function pathPart(pathname: string): string {
  const [, , part = ''] = pathname.split('/')
  return part
}
