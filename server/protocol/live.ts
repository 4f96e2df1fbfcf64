// What a screen can watch: an office, a region or the province, one ticket.
import { watchView, type LiveHandlers, type LiveOptions, type Watching } from './live-connection.ts'
import type { Audience } from './requests.ts'

export type {
  Freshness,
  LiveHandlers,
  LiveOptions,
  LocalClock,
  Watching,
} from './live-connection.ts'

/** Watches one office for one audience until the answer's `stop` is called. */
export function watchOffice<A extends Audience | 'manager'>(
  office: string,
  as: A,
  handlers: LiveHandlers<A>,
  options: LiveOptions = {},
): Watching {
  return watchView(
    {
      as,
      office,
      auth: () => (as === 'public' ? { public: true } : { token: options.token?.() ?? null }),
      ask: (socket, answer) => socket.emit('office:watch', { office, as }, answer),
    },
    handlers,
    options,
  )
}

/** Watches a region, or every office that the asker may see (null). */
export function watchProvince(
  region: string | null,
  handlers: LiveHandlers<'province'>,
  options: LiveOptions = {},
): Watching {
  return watchView(
    {
      as: 'province',
      office: null,
      auth: () => ({ token: options.token?.() ?? null }),
      ask: (socket, answer) =>
        socket.emit('province:watch', region === null ? {} : { region }, answer),
    },
    handlers,
    options,
  )
}

/** Follows one ticket by the token of its link, into another office too when it goes there. */
export function watchTicket(
  token: string,
  handlers: LiveHandlers<'ticket'>,
  options: LiveOptions = {},
): Watching {
  return watchView(
    {
      as: 'ticket',
      office: null,
      auth: () => ({ ticket: token }),
      ask: (socket, answer) => socket.emit('ticket:watch', { token }, answer),
    },
    handlers,
    options,
  )
}
