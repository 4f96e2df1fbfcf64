// Whether a command happens, and which facts it makes. Pure: state, command and circumstances in,
// facts or a refusal out. One case a command; what they share is in `Deciding`.
import type { Command, CommandOf } from './commands.ts'
import { changeAvailability, takeCounter } from './decide-agent.ts'
import { acceptHelp, callHelp, countDoor, endHelp, endOldAlarms } from './decide-alarm.ts'
import { arrive } from './decide-arrival.ts'
import { begin, call, callNext } from './decide-counter.ts'
import { correct } from './decide-correct.ts'
import { mindClock } from './decide-due.ts'
import { resumeIntake, stopIntake } from './decide-intake.ts'
import { bePresent } from './decide-join.ts'
import { leave, moreTime } from './decide-more-time.ts'
import { notShown, recall } from './decide-no-show.ts'
import { joinOfflineTicket } from './decide-offline.ts'
import { enterPaperTicket } from './decide-paper.ts'
import { assign, bringBack, giveBack, reorder, transfer } from './decide-place.ts'
import {
  addRequest,
  change,
  finish,
  hold,
  markTimesWrong,
  switchRequest,
} from './decide-service.ts'
import { changeRoom, isOfRoom } from './decide-room.ts'
import { signOff } from './decide-sign-off.ts'
import { Deciding, type Circumstances } from './deciding.ts'
import type { Fact } from './facts.ts'
import { Refused, type Refusal } from './refusals.ts'
import { isLive } from './states.ts'
import type { OfficeState } from './state.ts'
import { undo } from './undo.ts'

export type Decision =
  | { ok: true; facts: readonly Fact[]; state: OfficeState; visit: string | null }
  | { ok: false; refusal: Refusal }

/**
 * Decides one command on `state`. The facts are stamped in order, never before the office's last
 * one; `state` in the answer is the office after them. `visit` is the visit the command was about:
 * null when `call-next` found nobody, and for commands that are about no visit.
 */
export function decide(state: OfficeState, command: Command, by: Circumstances): Decision {
  const deciding = new Deciding(state, by)
  try {
    const visit = run(deciding, command)
    return { ok: true, facts: deciding.facts, state: deciding.state, visit }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

function run(d: Deciding, command: Command): string | null {
  if (isOfRoom(command)) {
    changeRoom(d, command)
    return null
  }
  switch (command.do) {
    case 'configure':
      configure(d, command)
      return null
    case 'take-counter':
      takeCounter(d, command)
      return null
    case 'change-availability':
      changeAvailability(d, command)
      return null
    case 'sign-off':
      signOff(d, command)
      return null
    case 'count-door':
      countDoor(d, command)
      return null
    case 'stop-intake':
      stopIntake(d, command)
      return null
    case 'resume-intake':
      resumeIntake(d, command)
      return null
    case 'call-help':
      callHelp(d, command)
      return null
    case 'accept-help':
      acceptHelp(d, command)
      return null
    case 'end-help':
      endHelp(d, command)
      return null
    case 'arrive':
      return arrive(d, command)
    case 'call-next':
      return callNext(d, command)
    case 'close-day':
      return closeDay(d, command)
    case 'enter-paper-ticket':
      return enterPaperTicket(d, command)
    case 'join-offline-ticket':
      return joinOfflineTicket(d, command)
    case 'mind-clock':
      mindClock(d)
      return null
    case 'undo':
      return undo(d, command.visit)
    default:
      runMove(d, command)
      return command.visit
  }
}

/** New settings must still know every service that is waited for and every counter in use. */
function configure(d: Deciding, { settings }: CommandOf<'configure'>): void {
  const services = new Set(settings.services.map((each) => each.code))
  const counters = new Set(settings.counters.map((each) => each.code))
  const asked = d.state.visits.valueSeq().flatMap((visit) => visit.requests)
  const service = asked.find((each) => !each.done && !services.has(each.service))?.service
  if (service !== undefined) throw new Refused('settings-in-use', { service })
  const counter = d.state.agents.find((agent) => !counters.has(agent.counter))?.counter
  if (counter !== undefined) throw new Refused('settings-in-use', { counter })
  d.record({ type: 'office-configured', settings })
}

type MoveCommand = Exclude<
  Extract<Command, { visit: string }>,
  CommandOf<'arrive' | 'enter-paper-ticket' | 'join-offline-ticket' | 'undo'>
>

function runMove(d: Deciding, command: MoveCommand): void {
  switch (command.do) {
    case 'call':
      return call(d, command)
    case 'recall':
      return recall(d, command.visit)
    case 'begin':
      return begin(d, command)
    case 'hold':
      return hold(d, command)
    case 'return':
      return giveBack(d, command)
    case 'transfer':
      return transfer(d, command)
    case 'send':
      throw new Error('a visit is sent by two offices: see decideSending')
    case 'assign':
      return assign(d, command)
    case 'reorder':
      return reorder(d, command)
    case 'add-request':
      return addRequest(d, command)
    case 'switch-request':
      return switchRequest(d, command)
    case 'change':
      return change(d, command)
    case 'change-card':
      return d.record({ type: 'details-changed', visit: d.live(command.visit).id })
    case 'finish':
      return finish(d, command)
    case 'mark-times-wrong':
      return markTimesWrong(d, d.visit(command.visit))
    case 'no-show':
      return notShown(d, d.mine(command.visit, 'no-show'))
    case 'leave':
      return leave(d, command)
    case 'be-present':
      return bePresent(d, command.visit)
    case 'more-time':
      return moreTime(d, command.visit)
    case 'bring-back':
      return bringBack(d, command)
    case 'correct':
      return correct(d, command)
  }
}

function closeDay(d: Deciding, command: CommandOf<'close-day'>): null {
  for (const visit of d.state.visits.values()) {
    if (visit.number.day >= command.day || !isLive(visit.state)) continue
    d.record({ type: 'visit-closed', visit: visit.id })
  }
  endOldAlarms(d, command.day)
  return null
}
