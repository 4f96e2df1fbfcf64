// A visit goes to another office. Both offices decide, at one instant and in one batch: here it is
// gone, there it goes on as it was, with its number and its arrival.
import type { CommandOf } from './commands.ts'
import { Deciding, type Circumstances } from './deciding.ts'
import type { Fact } from './facts.ts'
import { Refused, type Refusal } from './refusals.ts'
import { ORDINARY, type OfficeSettings } from './settings.ts'
import type { OfficeState } from './state.ts'
import type { TicketNumber } from './ticket-number.ts'
import { currentRequest, type Visit } from './visit.ts'

interface Decided {
  readonly facts: readonly Fact[]
  readonly state: OfficeState
}

export type Sending =
  | { ok: true; sent: Decided; received: Decided }
  /** `by`: the office whose rules refused it. */
  | { ok: false; refusal: Refusal }

/** Decides a `send` in the office the visit is in and in the one it goes to. */
export function decideSending(
  from: OfficeState,
  to: OfficeState,
  command: CommandOf<'send'>,
  by: Circumstances,
): Sending {
  // One instant for both, never before what either has on record.
  const now = Math.max(by.now, from.recordedAt, to.recordedAt)
  const here = new Deciding(from, { ...by, now })
  const there = new Deciding(to, { ...by, now })
  try {
    send(here, there, command)
    return { ok: true, sent: here, received: there }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

function send(here: Deciding, there: Deciding, command: CommandOf<'send'>): void {
  const { visit: id, office, service } = command
  if (office === here.state.office) throw new Refused('same-office', { office })
  const visit = here.mine(id, 'transfer')
  // An office without a queue has nowhere for somebody to wait who comes by themselves.
  if (!there.state.settings?.reception) throw new Refused('office-closed-to-transfer', { office })
  const carried = asCarried(here.settings, there, visit, service)
  here.record({ type: 'visit-sent', visit: id, to: office })
  there.record({
    type: 'visit-received',
    visit: id,
    from: here.state.office,
    standing: visit.arrivedAt,
    carried,
  })
}

/** The visit in the other office's words; refused when that office does not do what is asked. */
function asCarried(
  origin: OfficeSettings,
  there: Deciding,
  visit: Visit,
  service: string | undefined,
): Visit {
  const { classes } = there.settings.policy
  const kinds = there.settings.counterKinds.map((each) => each.code)
  const current = currentRequest(visit)
  const requests = visit.requests.map((each) =>
    each.id === current.id ? { ...each, service: service ?? each.service, done: false } : each,
  )
  for (const each of requests) if (!each.done) there.offered(each.service)
  const { counterKind, ...details } = visit.details
  const kind = counterKind !== undefined && kinds.includes(counterKind) ? counterKind : kinds[0]
  return {
    ...visit,
    number: signed(visit.number, origin.sign, there.settings.sign),
    priority: classes.some(({ code }) => code === visit.priority) ? visit.priority : ORDINARY,
    via: 'office',
    requests,
    details: { ...details, ...(kind === undefined ? {} : { counterKind: kind }) },
    before: null,
  }
}

/** `A023` of Victoria is `VIC A023` elsewhere, and `A023` once more if it comes back. */
function signed(number: TicketNumber, origin: string, there: string): TicketNumber {
  const [sign, own] = number.prefix.split(' ')
  if (own === undefined) return { ...number, prefix: `${origin} ${number.prefix}` }
  return sign === there ? { ...number, prefix: own } : number
}
