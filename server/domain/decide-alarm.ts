// An agent calls for help; colleagues say that they are coming; it is over. And how many people
// stand at the door: both are of the office, not of a visit.
import type { CommandOf } from './commands.ts'
import type { Deciding } from './deciding.ts'
import { officeDay } from './office-time.ts'
import { Refused } from './refusals.ts'
import type { Alarm } from './state.ts'

/** An agent has at most one alarm: pressing again changes nothing. */
export function callHelp(d: Deciding, { alarm }: CommandOf<'call-help'>): void {
  const agent = d.by.actor.id
  if (d.state.alarms.some((each) => each.agent === agent)) return
  const counter = d.state.agents.get(agent)?.counter ?? null
  d.record({ type: 'help-called', alarm, agent, counter })
}

/** Each colleague once; who called cannot come to their own help. */
export function acceptHelp(d: Deciding, command: CommandOf<'accept-help'>): void {
  const alarm = known(d, command.alarm)
  const agent = d.by.actor.id
  if (alarm.agent === agent || alarm.accepted.includes(agent)) return
  d.record({ type: 'help-accepted', alarm: alarm.id, agent })
}

export function endHelp(d: Deciding, { alarm }: CommandOf<'end-help'>): void {
  d.record({ type: 'help-ended', alarm: known(d, alarm).id })
}

/** The night: nobody still comes to the help that was called for on a day before `day`. */
export function endOldAlarms(d: Deciding, day: string): void {
  for (const { id, since } of d.state.alarms.values()) {
    if (officeDay(since, d.settings.timeZone) < day) d.record({ type: 'help-ended', alarm: id })
  }
}

function known(d: Deciding, id: string): Alarm {
  const alarm = d.state.alarms.get(id)
  if (!alarm) throw new Refused('alarm-unknown', { alarm: id })
  return alarm
}

/** Each count is kept, the same number too: that the line has not moved is worth knowing. */
export function countDoor(d: Deciding, { people }: CommandOf<'count-door'>): void {
  d.record({ type: 'door-counted', people })
}
