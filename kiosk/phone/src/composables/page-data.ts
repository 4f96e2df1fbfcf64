// What the server has written into the page, and what its address says.
import type { JoinView, TicketView } from '#protocol'

type Page = Pick<Document, 'getElementById'>

/** The view with which a ticket's page begins; null when its link follows nothing. */
export function ticketView(page: Page): TicketView | null {
  return dataIn<TicketView>(page, 'ticket-view')
}

/** What may be joined; null when there is no such office. */
export function joinView(page: Page): JoinView | null {
  return dataIn<JoinView>(page, 'join-view')
}

function dataIn<Data>(page: Page, id: string): Data | null {
  const text = page.getElementById(id)?.textContent
  return text ? (JSON.parse(text) as Data) : null
}

/** Parts of `/t/TOKEN` and `/join/OFFICE/CODE`; empty where there is none. */
export function pathParts(pathname: string): { page: string; first: string; second: string } {
  const [, page = '', first = '', second = ''] = pathname.split('/')
  return { page, first, second }
}
