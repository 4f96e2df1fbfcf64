// Joining by phone: whether this phone has a ticket here already, and asking for one.
import { ref, shallowRef } from 'vue'
import { ApiError, type Api, type Language, type TicketRow } from '#protocol'
import { forgetTicket, keepTicket, keptTicket } from './kept-ticket.ts'

export interface JoinParts {
  readonly office: string
  /** Of the board, by which one is in the room; null: from afar. */
  readonly code: string | null
  readonly api: Pick<Api, 'join' | 'ticket' | 'arriveByCode'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Goes to the ticket's page. */
  go(path: string): void
}

const OVER: readonly TicketRow['state'][] = ['served', 'left', 'no-show', 'closed']

export function useJoin({ office, code, api, storage, go }: JoinParts) {
  const isBusy = ref(true)
  const failure = ref<ApiError['code'] | null>(null)
  /** The ticket that this phone has here, and its page. */
  const mine = shallowRef<{ ticket: string; path: string } | null>(null)
  let lost: { service: string; key: string } | null = null

  /** Finds the ticket of this phone; with the code of the room, whoever was expected is here. */
  async function begin(): Promise<void> {
    const token = keptTicket(storage, office)
    try {
      if (token !== null) await find(token)
    } catch (error) {
      if (codeOf(error) === 'ticket-unknown') forgetTicket(storage, office)
      else failure.value = codeOf(error)
    } finally {
      isBusy.value = false
    }
  }

  async function find(token: string): Promise<void> {
    const [row] = (await api.ticket(token)).rows
    if (!row || OVER.includes(row.state)) return
    mine.value = { ticket: row.ticket, path: `/t/${token}` }
    if (row.state !== 'expected' || code === null) return
    await api.arriveByCode(token, code)
    go(`/t/${token}`)
  }

  async function join(service: string, language: Language): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    failure.value = null
    const key = lost?.service === service ? lost.key : crypto.randomUUID()
    try {
      const body = { service, language, ...(code === null ? {} : { code }) }
      const { follow } = await api.join(office, body, key)
      if (follow === undefined) throw new Error('a ticket without a link')
      keepTicket(storage, office, follow.replace('/t/', ''))
      go(follow)
    } catch (error) {
      failure.value = codeOf(error)
      lost = failure.value === 'unreachable' ? { service, key } : null
      isBusy.value = false
    }
  }

  return { isBusy, failure, mine, begin, join }
}

function codeOf(error: unknown): ApiError['code'] {
  return error instanceof ApiError ? error.code : 'unexpected'
}
