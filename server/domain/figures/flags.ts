// Reasons to doubt the record of a visit. Figures are shown with and without such visits; nothing is
// ever left out unseen. Pure functions over the visits of one office's day.
import { officeDay } from '../office-time.ts'
import { serviceTimeOf } from '../metrics.ts'
import type { Visit } from '../visit.ts'
import type { Flag } from './keys.ts'

/** Nobody is served in less, ms. */
const TOO_SHORT = 15_000
/** From so many calls in a row that nobody answered to, they are doubted. */
const RUN = 3
/** Two tickets for the same, taken by oneself within this time, ms, may be of one person. */
const TWICE_WITHIN = 60_000
const TAKEN_ALONE = new Set(['kiosk', 'phone'])

/** The flags of each visit that has any, by id. `zone`: of the office on that day. */
export function flagsOfDay(visits: readonly Visit[], zone: string): Map<string, Flag[]> {
  const flags = new Map<string, Flag[]>()
  const flag = (visit: Visit, why: Flag): void => {
    flags.set(visit.id, [...(flags.get(visit.id) ?? []), why])
  }
  for (const visit of visits) for (const why of flagsOfVisit(visit, zone)) flag(visit, why)
  for (const visit of unservedRuns(visits)) flag(visit, 'unserved-run')
  for (const visit of duplicates(visits)) flag(visit, 'duplicate')
  return flags
}

/** Whether the flags of a visit are the same whatever else there was on its day. */
export function isFlaggedAlone(visit: Visit): boolean {
  return !isUnused(visit) && callsOf(visit).every(({ wasAnswered }) => wasAnswered)
}

function flagsOfVisit(visit: Visit, zone: string): Flag[] {
  const { state, endedAt, arrivedAt, timesWrong, trail } = visit
  const flags: Flag[] = []
  if (state === 'served' && serviceTimeOf(visit, endedAt ?? 0) < TOO_SHORT) flags.push('too-short')
  if (state === 'closed') flags.push('closed-by-night')
  else if (endedAt !== null && officeDay(endedAt, zone) > officeDay(arrivedAt, zone)) {
    flags.push('overnight')
  }
  if (timesWrong && trail?.corrected !== true) flags.push('times-wrong')
  return flags
}

interface Call {
  readonly visit: Visit
  readonly agent: string
  readonly at: number
  readonly wasAnswered: boolean
}

/** The calls of a visit that are over. */
function callsOf(visit: Visit): Call[] {
  return visit.segments.flatMap(({ state, agent, from, to }, index) => {
    if (state !== 'called' || agent === null || to === null) return []
    const wasAnswered = visit.segments[index + 1]?.state === 'serving'
    return [{ visit, agent, at: from, wasAnswered }]
  })
}

/** Called by one agent one after another, and nobody served: perhaps to clear a line of ghosts. */
function unservedRuns(visits: readonly Visit[]): Set<Visit> {
  const calls = new Map<string, Call[]>()
  for (const call of visits.flatMap(callsOf)) {
    const own = calls.get(call.agent) ?? []
    calls.set(call.agent, own)
    own.push(call)
  }
  const doubted = new Set<Visit>()
  for (const own of calls.values()) {
    let run: Call[] = []
    for (const call of own.sort((a, b) => a.at - b.at)) {
      run = call.wasAnswered ? [] : [...run, call]
      if (run.length >= RUN) for (const { visit } of run) doubted.add(visit)
    }
  }
  return doubted
}

/** Of two tickets that look like one person's, the one that nobody came with. */
function duplicates(visits: readonly Visit[]): Visit[] {
  const alone = visits
    .filter(({ via }) => TAKEN_ALONE.has(via))
    .sort((a, b) => a.arrivedAt - b.arrivedAt)
  return alone.filter(
    (visit, index) =>
      isUnused(visit) &&
      [alone[index - 1], alone[index + 1]].some((other) => other && isTwin(visit, other)),
  )
}

function isUnused({ endedAt, segments }: Visit): boolean {
  return endedAt !== null && !segments.some(({ state }) => state === 'serving')
}

function isTwin(visit: Visit, other: Visit): boolean {
  const services = ({ requests }: Visit): string => requests.map(({ service }) => service).join()
  return (
    !isUnused(other) &&
    Math.abs(visit.arrivedAt - other.arrivedAt) <= TWICE_WITHIN &&
    visit.via === other.via &&
    visit.language === other.language &&
    services(visit) === services(other)
  )
}
