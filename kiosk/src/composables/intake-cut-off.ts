// What may be asked for while the kiosk is cut off: it knows the office's hours, and opens and closes
// by them as it would have been told to.
import { openingAt, type IntakeRow, type KioskOffice } from '#protocol'

/** `intake` as last heard, brought to `now` (UTC ms by the server's clock). */
export function intakeCutOff(
  intake: IntakeRow,
  { hours, timeZone }: Pick<KioskOffice, 'hours' | 'timeZone'>,
  now: number,
): IntakeRow {
  const shut = intake.shut.filter(({ until }) => Date.parse(until) > now)
  if (intake.changesAt === null || now < Date.parse(intake.changesAt)) return { ...intake, shut }
  const { isOpen, isException, changesAt, words } = openingAt(hours, timeZone, now)
  const closed = isException ? 'exception' : 'hours'
  return {
    ...intake,
    isOpen,
    why: isOpen ? null : closed,
    reason: null,
    words: isOpen ? null : words,
    changesAt: changesAt === null ? null : new Date(changesAt).toISOString(),
    shut,
  }
}
