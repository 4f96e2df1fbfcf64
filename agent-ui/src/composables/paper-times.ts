// Times as they are written on paper and typed in a hurry: 9:05, 0905, « 9 h 05 », 1:30 p.m.
import { instantOf, officeDay } from '#protocol'

/** Minutes since midnight, 0 to 1439; null when it is no time of the day. */
export function clockMinutes(typed: string): number | null {
  const text = typed.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '').replaceAll('.', ':')
  const [, clock = '', half] = /^(.*?)(?:([ap]):?m:?)?$/.exec(text) ?? []
  const [hours, minutes] = split(clock) ?? []
  if (hours === undefined || minutes === undefined) return null
  if (hours > 23 || minutes > 59) return null
  if (half === undefined) return hours * 60 + minutes
  if (hours < 1 || hours > 12) return null
  return ((hours % 12) + (half === 'p' ? 12 : 0)) * 60 + minutes
}

function split(clock: string): [hours: number, minutes: number] | null {
  const apart = /^(\d{1,2})[:h](\d{2})$/.exec(clock) ?? /^(\d{1,2})(\d{2})$/.exec(clock)
  if (apart) return [Number(apart[1]), Number(apart[2])]
  const whole = /^(\d{1,2})h?$/.exec(clock)
  return whole ? [Number(whole[1]), 0] : null
}

/**
 * The instant (ISO) at which the office's clocks showed the typed time on the day that is `now`
 * (UTC ms) there; null when it is no time.
 */
export function instantToday(typed: string, now: number, timeZone: string): string | null {
  const minute = clockMinutes(typed)
  if (minute === null) return null
  return new Date(instantOf(officeDay(now, timeZone), minute, timeZone)).toISOString()
}
