// The office right now, in figures: worked out of the rows of the desk, as of an instant (UTC ms).
// The same times as in the lists of the desk (`wait.ts`).
import { mayTake, type CounterRow, type DeskVisit, type RulesRow } from '#protocol'
import type { Desk } from './desk-rows.ts'
import { rowWaitsSince } from './wait.ts'

/** How a stretch of time stands against the office's own thresholds. */
export type Level = 'fine' | 'attention' | 'too-long'

type Threshold = RulesRow['thresholds']['wait']

const MINUTE = 60_000

/** `duration` in ms; each threshold counts from its very minute on. */
export function levelOf(duration: number, threshold: Threshold): Level {
  if (duration >= threshold.tooLongMinutes * MINUTE) return 'too-long'
  return duration >= threshold.attentionMinutes * MINUTE ? 'attention' : 'fine'
}

/** Telephone, mail and the like are in nobody's waiting figures. */
export function isInPerson(visit: DeskVisit): boolean {
  const current = visit.requests.find(({ id }) => id === visit.current)
  return (current?.channel ?? 'in-person') === 'in-person'
}

/** Somebody waiting or on hold, with since when (UTC ms) and how that stands. */
export interface Standing {
  readonly visit: DeskVisit
  readonly since: number
  readonly level: Level
}

export interface WaitingFigures {
  readonly tickets: number
  /** A family shares one ticket. */
  readonly people: number
  /** Who has waited longest first. */
  readonly longest: Standing | null
  readonly tooLong: readonly Standing[]
}

export function waitingFigures(desk: Desk, now: number): WaitingFigures {
  const standings = standingsOf(desk, now)
  return {
    tickets: standings.length,
    people: peopleOf(standings),
    longest: standings[0] ?? null,
    tooLong: standings.filter(({ level }) => level === 'too-long'),
  }
}

/** Who waits in person, the longest first. */
function standingsOf(desk: Desk, now: number): Standing[] {
  const { wait } = desk.rules.thresholds
  return desk.waiting
    .filter(isInPerson)
    .map((visit) => ({ visit, since: rowWaitsSince(visit) }))
    .sort((a, b) => a.since - b.since)
    .map((each) => ({ ...each, level: levelOf(now - each.since, wait) }))
}

const peopleOf = (standings: readonly Standing[]): number =>
  standings.reduce((sum, { visit }) => sum + (visit.party ?? 1), 0)

/** Those who wait for one service. */
export interface ServiceFigures {
  readonly service: string
  readonly tickets: number
  readonly people: number
  readonly longest: Standing
  /** Whether none of the agents at their counters takes it just now. */
  readonly isTakenByNobody: boolean
}

/** By service, the one with the longest wait first. */
export function waitingByService(desk: Desk, now: number): ServiceFigures[] {
  const byService = Map.groupBy(standingsOf(desk, now), ({ visit }) => visit.service)
  return [...byService].flatMap(([service, standings]) => {
    const [longest] = standings
    if (!longest) return []
    const isTakenByNobody = !standings.some(({ visit }) => isTaken(desk, visit))
    const figures = { tickets: standings.length, people: peopleOf(standings) }
    return [{ service, ...figures, longest, isTakenByNobody }]
  })
}

function isTaken({ counters }: Desk, visit: DeskVisit): boolean {
  return counters.some(
    (row) =>
      row.agent !== null &&
      (row.availability === 'available' || row.availability === 'wrap-up') &&
      mayTake({ ...row, id: row.agent, counter: row.code }, visit),
  )
}

export interface OnHold extends Standing {
  /** How long ago they were expected back, ms; null: they are not late. */
  readonly late: number | null
}

/** Whether somebody on hold needs a look: expected back by now, or there for too long. */
export function isOverdue({ late, level }: OnHold): boolean {
  return late !== null || level === 'too-long'
}

/** Who is on hold: those expected back first, then the longest. */
export function onHold(desk: Desk, now: number): OnHold[] {
  const { hold } = desk.rules.thresholds
  return desk.held
    .map((visit) => {
      const since = Date.parse(visit.since)
      const backAt = visit.backAt === null ? null : Date.parse(visit.backAt)
      const late = backAt !== null && backAt <= now ? now - backAt : null
      return { visit, since, late, level: levelOf(now - since, hold) }
    })
    .sort((a, b) => (b.late ?? -1) - (a.late ?? -1) || a.since - b.since)
}

/** What is done at a counter; each has a word and a mark. */
export type Doing =
  'closed' | 'available' | 'called' | 'serving' | 'wrap-up' | 'break' | 'away' | 'back-office'

export interface CounterNow {
  readonly row: CounterRow
  readonly doing: Doing
  /** Since when, UTC ms; null: nobody is there. */
  readonly since: number | null
  readonly visit: DeskVisit | null
  /** Of the service being given; `fine` for all else. */
  readonly level: Level
}

/** Every counter, in the office's own order. */
export function countersNow(desk: Desk, now: number): CounterNow[] {
  const { service } = desk.rules.thresholds
  return desk.counters.map((row) => {
    const visit = row.visit === null ? null : (desk.visits.get(row.visit) ?? null)
    const doing = doingOf(row, visit)
    const at = visit?.since ?? row.since
    const since = row.agent === null || at === null ? null : Date.parse(at)
    const isServing = doing === 'serving' && since !== null
    const level = isServing ? levelOf(now - since, service) : 'fine'
    return { row, doing, since, visit, level }
  })
}

function doingOf(row: CounterRow, visit: DeskVisit | null): Doing {
  if (row.agent === null) return 'closed'
  if (visit) return visit.state === 'called' ? 'called' : 'serving'
  return row.availability ?? 'available'
}
