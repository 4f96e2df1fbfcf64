// The visits behind a number, found as the figures count them: day by day, in order of arrival, from any
// point on. A page looks at so many visits at most, and says where to go on.
import type { Knex } from 'knex'
import { loadDays } from '../../db/office-days.ts'
import { wrapUps } from '../../domain/figures/agent-day.ts'
import {
  isInCount,
  lengthIn,
  OF_REQUESTS,
  partInShare,
  type Known,
  isCount,
  isListedShare,
  isSpread,
  type ListedFigure,
} from '../../domain/figures/counted.ts'
import { slotAt, slotsOfDay } from '../../domain/figures/day-slots.ts'
import { clockText, mondayOf } from '../../domain/figures/places.ts'
import { flagsOfDay } from '../../domain/figures/flags.ts'
import type { Grouping } from '../../domain/figures/keys.ts'
import type { DayParts } from '../../domain/figures/of-day.ts'
import { figuresOfVisit } from '../../domain/figures/of-visit.ts'
import { plusDays } from '../../domain/office-time.ts'
import { weekday } from '../../domain/opening-hours.ts'
import { programmeOn } from '../../domain/programme-on.ts'
import { knownPart, piecesOf } from '../pieces.ts'
import type { FigureQuery } from './read-model/query.ts'

export interface Cell {
  readonly groups: readonly { readonly by: Grouping; readonly key: string }[]
  /** Null: every visit. */
  readonly figure: ListedFigure | null
  /** Of a share: those it counts, or the others of its denominator; null: of a count. */
  readonly share: 'counted' | 'rest' | null
}

/** A visit of an office's day, and what figures know of it. */
export interface Found extends Known {
  readonly office: string
  readonly day: string
  readonly programme: string | null
  /** Its place among all visits of that day. */
  readonly ordinal: number
  /** The half hour in which it counts: minutes since local midnight. */
  readonly slot: number
  /** UTC ms: as of when it is looked at. */
  readonly now: number
}

/** Where a list goes on: after this visit. */
export interface Place {
  readonly office: string
  readonly day: string
  readonly ordinal: number
}

export interface Looking {
  /** UTC ms */
  readonly now: number
  /** To go on after this one; null: from the start. */
  readonly after?: Place | null
  /** How many visits are read at once, about. */
  readonly atOnce?: number
  /** Told of each day that was looked at: `ordinal` is how many visits it had. */
  onDay?(place: Place): void
  /** Whether to look at no other day. */
  isEnough?(): boolean
}

/** All that match, an office after another; from after `after`, if given. */
export async function* visitsBehind(
  knex: Knex,
  query: FigureQuery,
  cell: Cell,
  { now, after = null, atOnce, onDay, isEnough }: Looking,
): AsyncGenerator<Found> {
  const { offices, from, to } = narrowed(query, cell)
  const first = after === null ? 0 : offices.indexOf(after.office)
  if (first === -1) return
  for (const office of offices.slice(first)) {
    const isFirst = office === after?.office
    const begin = isFirst && after.day > from ? after.day : from
    const known = await knownPart(knex, office, { from: begin, to }, now)
    for await (const piece of piecesOf(knex, office, known, atOnce)) {
      for (const parts of await loadDays(knex, office, { ...piece, now })) {
        const skip = isFirst && parts.day === after.day ? after.ordinal + 1 : 0
        const found = foundOn(office, parts, query.targetMinutes)
        yield* found.filter((each) => each.ordinal >= skip && isBehind(each, query, cell))
        onDay?.({ office, day: parts.day, ordinal: parts.visits.length })
        if (isEnough?.() === true) return
      }
    }
  }
}

/** A cell of one day or office is looked for there alone. */
export function narrowed(
  query: FigureQuery,
  { groups }: Cell,
): Pick<FigureQuery, 'offices' | 'from' | 'to'> {
  const key = (by: Grouping) => groups.find((each) => each.by === by)?.key
  const office = key('office')
  const offices = query.offices.filter((each) => office === undefined || each === office)
  const [from, to] = daysOfGroup(key) ?? [query.from, query.to]
  return {
    offices,
    from: from > query.from ? from : query.from,
    to: to < query.to ? to : query.to,
  }
}

function daysOfGroup(key: (by: Grouping) => string | undefined): [string, string] | null {
  const [day, week, month] = [key('day'), key('week'), key('month')]
  if (day !== undefined && isDay(day)) return [day, plusDays(day, 1)]
  if (week !== undefined && isDay(week)) return [week, plusDays(week, 7)]
  if (month !== undefined && isDay(`${month}-01`)) {
    return [`${month}-01`, `${plusDays(`${month}-01`, 31).slice(0, 7)}-01`]
  }
  return null
}

const isDay = (text: string): boolean => !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** Every visit of a day, with what figures know of it. */
export function foundOn(office: string, parts: DayParts, targetMinutes: number | null): Found[] {
  const { visits, zone, day, settings, agents } = parts
  const slots = slotsOfDay(day, zone)
  const flags = flagsOfDay(visits, zone)
  const wrapUpAfter = agents ? wrapUps(agents) : () => null
  const target = (targetMinutes ?? settings.policy.thresholds.wait.tooLongMinutes) * 60_000
  return visits.flatMap((visit, ordinal) => {
    const figures = figuresOfVisit(visit, wrapUpAfter)
    if (!figures) return []
    const service = settings.services.find(({ code }) => code === figures.service)
    const programme = service ? programmeOn(service, day) : null
    const known = { visit, figures, flags: flags.get(visit.id) ?? [], target, settings }
    const slot = slotAt(slots, figures.from)?.slot ?? 0
    return [{ ...known, office, day, programme, ordinal, slot, now: parts.now }]
  })
}

/** Whether the figures of this question count the visit in this cell. */
export function isBehind(found: Found, query: FigureQuery, cell: Cell): boolean {
  const { figures, flags } = found
  const { flagged, kind, outcomes } = query
  if (flagged !== 'with' && flags.length > 0 !== (flagged === 'only')) return false
  if (kind !== null && figures.kind !== kind) return false
  if (outcomes !== null && !outcomes.includes(figures.outcome)) return false
  const asked = OF_REQUESTS.has(cell.figure ?? '') ? figures.requests : [figures]
  const isAsked = asked.some((each) => isOf(each, found, query, cell))
  return isAsked && isWhen(found, cell) && isFigure(found, cell)
}

interface AskedFor {
  readonly service: string
  readonly channel: string
  readonly agent: string | null
}

/** Whether what was asked for is of the filter's services and of the cell's. */
function isOf(
  asked: AskedFor,
  { settings, day, office }: Found,
  query: FigureQuery,
  cell: Cell,
): boolean {
  const service = settings.services.find(({ code }) => code === asked.service)
  const programme = service ? programmeOn(service, day) : ''
  const category = service?.category ?? ''
  const among = (list: readonly string[] | null, each: string): boolean =>
    list === null || list.includes(each)
  const isInFilter =
    among(query.services, asked.service) &&
    among(query.categories, category) &&
    among(query.programmes, programme) &&
    among(query.channels, asked.channel) &&
    among(query.agents && (query.agents.get(office) ?? []), asked.agent ?? '')
  const values = { ...asked, programme, category, agent: asked.agent ?? '' }
  return isInFilter && cell.groups.every(({ by, key }) => !(by in values) || isKey(values, by, key))
}

const isKey = (values: object, by: string, key: string): boolean =>
  (values as Record<string, unknown>)[by] === key

function isWhen({ day, slot, office }: Found, { groups }: Cell): boolean {
  return groups.every(({ by, key }) => {
    switch (by) {
      case 'half-hour':
        return key === clockText(slot)
      case 'weekday':
        return key === String(weekday(day))
      case 'day':
        return key === day
      case 'week':
        return key === mondayOf(day)
      case 'month':
        return day.startsWith(key)
      case 'office':
        return key === office
      default:
        return true
    }
  })
}

function isFigure(found: Found, { figure, share, groups }: Cell): boolean {
  const { kind, outcome } = found.figures
  for (const { by, key } of groups) {
    if (by === 'kind' && key !== kind) return false
    if (by === 'outcome' && key !== outcome) return false
  }
  if (figure === null) return true
  if (isSpread(figure)) return lengthIn(figure, found, found.now) !== null
  // `left` and `noShow` name a count and a share of it.
  if (share === null && isCount(figure)) return isInCount(figure, found)
  return isListedShare(figure) && partInShare(figure, found) === (share ?? 'counted')
}
