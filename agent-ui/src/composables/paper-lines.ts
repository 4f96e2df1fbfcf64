// The lines of a paper roll: what was typed, what of it is wrong before anybody is asked, what is
// sent, and what the next line begins with.
import type { Api } from '#protocol'
import { instantToday } from './paper-times.ts'

export type PaperTicket = Parameters<Api['enterPaperTicket']>[1]
export const PAPER_ENDS = ['served', 'left', 'waiting'] as const
export type PaperEnd = (typeof PAPER_ENDS)[number]

/** As typed. Empty `counter`: not known; an empty service is none. */
export interface PaperEntry {
  number: string
  services: string[]
  arrived: string
  begun: string
  ended: string
  end: PaperEnd
  counter: string
}

export type PaperFault =
  | 'number'
  | 'service'
  | 'arrived'
  | 'begun'
  | 'ended'
  | 'begun-before-arrival'
  | 'ended-before-begun'
  | 'in-the-future'

export function firstEntry(): PaperEntry {
  const times = { arrived: '', begun: '', ended: '' }
  return { number: '1', services: [''], ...times, end: 'served', counter: '' }
}

/** The next ticket of the roll: one more, and what is mostly the same again. */
export function entryAfter({ number, services, end, counter }: PaperEntry): PaperEntry {
  const next = /^\d{1,4}$/.test(number.trim()) ? String(Number(number) + 1) : ''
  const [service = ''] = services
  return { number: next, services: [service], arrived: '', begun: '', ended: '', end, counter }
}

/** Whether these times are asked for: whoever still waits has neither, and who left may have none. */
export function asksFor({ end }: Pick<PaperEntry, 'end'>): { begun: boolean; ended: boolean } {
  return { begun: end !== 'waiting', ended: end !== 'waiting' }
}

export type Checked =
  | { readonly ticket: PaperTicket; readonly fault: null }
  | { readonly ticket: null; readonly fault: PaperFault }

/** `now` is UTC ms of the office's clock: every time is of its day, and past. */
export function checkEntry(entry: PaperEntry, now: number, timeZone: string): Checked {
  const wrong = (fault: PaperFault): Checked => ({ ticket: null, fault })
  const number = Number(entry.number)
  if (!/^\d{1,4}$/.test(entry.number.trim()) || number < 1) return wrong('number')
  const requests = entry.services.filter((each) => each !== '').map((service) => ({ service }))
  if (requests.length === 0) return wrong('service')
  const at = (typed: string): string | null => instantToday(typed, now, timeZone)

  const arrivedAt = at(entry.arrived)
  if (arrivedAt === null) return wrong('arrived')
  const ticket = { number, requests, arrivedAt }
  if (entry.end === 'waiting') {
    return isPast(arrivedAt, now) ? { ticket, fault: null } : wrong('in-the-future')
  }

  const mayBeUnserved = entry.end === 'left' && entry.begun.trim() === ''
  const begunAt = mayBeUnserved ? null : at(entry.begun)
  if (begunAt === null && !mayBeUnserved) return wrong('begun')
  const endedAt = at(entry.ended)
  if (endedAt === null) return wrong('ended')
  if (begunAt !== null && begunAt < arrivedAt) return wrong('begun-before-arrival')
  if (endedAt < (begunAt ?? arrivedAt)) return wrong('ended-before-begun')
  if (!isPast(endedAt, now)) return wrong('in-the-future')
  return {
    ticket: {
      ...ticket,
      ...(begunAt === null ? {} : { begunAt }),
      endedAt,
      ended: entry.end,
      ...(entry.counter === '' || begunAt === null ? {} : { counter: entry.counter }),
    },
    fault: null,
  }
}

const isPast = (instant: string, now: number): boolean => Date.parse(instant) <= now
