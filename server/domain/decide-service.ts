// The moves of a visit that is called or being served, and changes of what it is about.
import type { CommandOf } from './commands.ts'
import { wrapUpAfter } from './decide-agent.ts'
import type { Deciding } from './deciding.ts'
import type { ArrivalDetails, AskedFor } from './facts.ts'
import { mayTake } from './may-take.ts'
import { takeable } from './order.ts'
import { Refused } from './refusals.ts'
import { currentRequest, type Visit } from './visit.ts'

export function hold(d: Deciding, command: CommandOf<'hold'>): void {
  const { visit, reason = null, backAt = null } = command
  d.mine(visit, 'hold')
  if (reason !== null) d.reason('hold', reason)
  d.record({ type: 'visit-held', visit, reason, backAt })
}

export function addRequest(d: Deciding, command: CommandOf<'add-request'>): void {
  const { visit, request, afterwards = false } = command
  d.mine(visit, 'add-request')
  d.offered(request.service)
  d.record({ type: 'request-added', visit, request, ...(afterwards ? { afterwards } : {}) })
}

export function switchRequest(d: Deciding, command: CommandOf<'switch-request'>): void {
  const visit = d.mine(command.visit, 'switch-request')
  d.request(visit, command.request)
  if (visit.current === command.request) return
  d.record({ type: 'request-switched', visit: visit.id, request: command.request })
}

export function change(d: Deciding, command: CommandOf<'change'>): void {
  const visit = d.live(command.visit)
  d.notOthers(visit)
  if (command.priority !== undefined && command.priority !== visit.priority) {
    d.priority(command.priority)
    d.record({ type: 'priority-changed', visit: visit.id, priority: command.priority })
  }
  if (command.visitDetails) changeDetails(d, visit, command.visitDetails)
  if (command.request) changeRequest(d, visit, command.request)
  if (command.details === true) d.record({ type: 'details-changed', visit: visit.id })
}

type Given = NonNullable<CommandOf<'change'>['visitDetails']>

function changeDetails(d: Deciding, visit: Visit, given: Given): void {
  const { party: partyBefore, counterKind: kindBefore, unhurried: before, ...rest } = visit.details
  const party = given.party ?? partyBefore ?? 1
  const counterKind = given.counterKind === undefined ? kindBefore : given.counterKind
  if (counterKind != null && counterKind !== kindBefore) d.counterKind(counterKind)
  const details: ArrivalDetails = {
    ...(party > 1 ? { party } : {}),
    ...(counterKind == null ? {} : { counterKind }),
    ...((given.unhurried ?? before) ? { unhurried: true } : {}),
    ...rest,
  }
  const isSame =
    details.party === partyBefore &&
    details.counterKind === kindBefore &&
    details.unhurried === before
  if (!isSame) d.record({ type: 'visit-changed', visit: visit.id, details })
}

function changeRequest(
  d: Deciding,
  visit: Visit,
  given: NonNullable<CommandOf<'change'>['request']>,
): void {
  const { id, ...patch } = given
  const { service, channel, quantity } = d.request(visit, id)
  const to: AskedFor = { service, channel, quantity, ...patch }
  if (to.service !== service) d.offered(to.service)
  if (to.service === service && to.channel === channel && to.quantity === quantity) return
  d.record({ type: 'request-changed', visit: visit.id, request: id, to })
}

export function finish(d: Deciding, command: CommandOf<'finish'>): void {
  const visit = d.mine(command.visit, 'finish')
  const { quantity, outcome } = command
  checkOutcome(d, outcome)
  if (command.timesWrong === true) markTimesWrong(d, visit)
  const next = visit.requests.find((each) => !each.done && each.id !== visit.current)
  const agent = visit.agent === null ? undefined : d.state.agents.get(visit.agent)
  const staysHere =
    next !== undefined &&
    agent !== undefined &&
    mayTake(agent, { ...takeable(visit), service: next.service })
  const then = next === undefined ? 'served' : staysHere ? 'serving' : 'waiting'
  d.record({
    type: 'request-finished',
    visit: visit.id,
    result: {
      request: currentRequest(visit).id,
      ...(quantity === undefined ? {} : { quantity }),
      ...(outcome === undefined ? {} : { outcome }),
    },
    then,
  })
  if (visit.agent !== null) wrapUpAfter(d, visit.agent)
}

/** An office without a list of outcomes takes any, and cannot ask for one. */
function checkOutcome(d: Deciding, outcome: string | undefined): void {
  const { outcomes, policy } = d.settings
  if (outcomes.length === 0) return
  if (outcome === undefined) {
    if (policy.outcomeNeeded) throw new Refused('outcome-needed')
  } else if (!outcomes.some((each) => each.code === outcome)) {
    throw new Refused('outcome-unknown', { outcome })
  }
}

/** In any state: it is noticed at the counter, or when it is over. */
export function markTimesWrong(d: Deciding, visit: Visit): void {
  d.notOthers(visit)
  if (!visit.timesWrong) d.record({ type: 'times-marked-wrong', visit: visit.id })
}
