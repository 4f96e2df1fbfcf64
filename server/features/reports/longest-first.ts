// The visits behind a length of time, longest first. Where a length is made of segments, only visits
// whose segments are long enough are read whole; else all of them, up to a number.
import type { Knex } from 'knex'
import { perhapsLongest } from '../../db/longest-visits.ts'
import { officeOfDays, visitsOf, zoneOn, loadDays } from '../../db/office-days.ts'
import type { VisitRow } from '../../db/visit-rows.ts'
import { lengthIn } from '../../domain/figures/counted.ts'
import { isFlaggedAlone } from '../../domain/figures/flags.ts'
import type { SpreadKey } from '../../domain/figures/keys.ts'
import { nextDay } from '../../domain/office-time.ts'
import type { SegmentState } from '../../domain/segments.ts'
import type { FigureQuery } from './read-model/query.ts'
import {
  foundOn,
  isBehind,
  narrowed,
  visitsBehind,
  type Cell,
  type Found,
} from './visits-behind.ts'

/** How many visits are looked at, and how far the list goes. */
const LOOKED_AT = 200_000
const LONGEST_LISTED = 1_000
/** How many are read whole at first, and at once at most. */
const FIRST_READ = 200
const MOST_READ = 5_000

/** The segments whose lengths together a figure is never longer than. */
const MADE_OF: Partial<Record<SpreadKey, readonly SegmentState[]>> = {
  wait: ['waiting'],
  waitSoFar: ['waiting'],
  timeToLeave: ['waiting'],
  callToDesk: ['called'],
  serviceTime: ['serving'],
  holdTime: ['held'],
  timeInOffice: ['waiting', 'called', 'serving', 'held'],
}

interface Listing {
  readonly knex: Knex
  readonly query: FigureQuery
  readonly cell: Cell
  readonly figure: SpreadKey
  /** UTC ms */
  readonly now: number
}

/** The first `count` of the list, or a thousand. */
export async function longestFirst(listing: Listing, count: number): Promise<Found[]> {
  const wanted = Math.min(count, LONGEST_LISTED)
  const states = MADE_OF[listing.figure]
  // What is doubted is told by whole days.
  if (!states || listing.query.flagged !== 'with') return ofAll(listing, wanted)
  return ofLong(listing, states, wanted)
}

async function ofAll(listing: Listing, wanted: number): Promise<Found[]> {
  const { knex, query, cell, now } = listing
  let lookedAt = 0
  let longest: Found[] = []
  const list = visitsBehind(knex, query, cell, {
    now,
    onDay: ({ ordinal }) => (lookedAt += ordinal),
    isEnough: () => lookedAt >= LOOKED_AT,
  })
  for await (const each of list) {
    longest.push(each)
    if (longest.length >= 4 * LONGEST_LISTED) longest = sorted(listing, longest, wanted)
  }
  return sorted(listing, longest, wanted)
}

async function ofLong(
  listing: Listing,
  states: readonly SegmentState[],
  wanted: number,
): Promise<Found[]> {
  const { knex, query, cell } = listing
  const span = narrowed(query, cell)
  let longest: Found[] = []
  let limit = Math.max(FIRST_READ, 2 * wanted)
  for (
    let offset = 0;
    offset < LOOKED_AT;
    offset += limit, limit = Math.min(2 * limit, MOST_READ)
  ) {
    const part = await perhapsLongest(knex, span, states, { offset, limit })
    const found = await readWhole(listing, part)
    longest = sorted(listing, [...longest, ...found], wanted)
    const last = longest.at(wanted - 1)
    const atMost = part.at(-1)?.atMost ?? 0
    const isSure = last !== undefined && lengthOf(listing, last) > atMost
    if (isSure || part.length < limit) break
  }
  return withFlags(listing, longest)
}

const lengthOf = ({ figure, now }: Listing, found: Found): number =>
  lengthIn(figure, found, now) ?? 0

/** As long as each other: in the order of offices, days and arrival. */
function sorted(listing: Listing, list: Found[], wanted: number): Found[] {
  const { offices } = listing.query
  return list
    .map((found) => ({ found, length: lengthOf(listing, found) }))
    .sort(
      (a, b) =>
        b.length - a.length ||
        offices.indexOf(a.found.office) - offices.indexOf(b.found.office) ||
        (a.found.day < b.found.day ? -1 : a.found.day > b.found.day ? 1 : 0) ||
        a.found.visit.arrivedAt - b.found.visit.arrivedAt ||
        a.found.visit.arrivedSeq - b.found.visit.arrivedSeq ||
        (a.found.visit.id < b.found.visit.id ? -1 : 1),
    )
    .slice(0, wanted)
    .map(({ found }) => found)
}

/**
 * Those of them that are behind the figure. What the rest of a day decides, flags and places in it, is
 * not known yet.
 */
async function readWhole(
  { knex, query, cell, now }: Listing,
  part: readonly { readonly id: string; readonly office: string }[],
): Promise<Found[]> {
  const found: Found[] = []
  for (const [office, own] of Map.groupBy(part, (each) => each.office)) {
    const known = await officeOfDays(knex, office)
    if (!known) continue
    const ids = own.map(({ id }) => id)
    const visits = await visitsOf(knex, () => knex<VisitRow>('visits').whereIn('id', ids))
    for (const [day, ofDay] of Map.groupBy(visits, ({ number }) => number.day)) {
      const { settings, zones } = known
      const zone = zoneOn(zones, day, settings.timeZone)
      const parts = { day, zone, settings, visits: ofDay, agents: null, door: [], now }
      found.push(...foundOn(office, parts, query.targetMinutes))
    }
  }
  return found.filter((each) => isBehind(each, query, cell))
}

async function withFlags({ knex, query, now }: Listing, list: Found[]): Promise<Found[]> {
  const inDays = list.filter(({ visit }) => !isFlaggedAlone(visit))
  const whole = new Map<string, Found>()
  for (const [office, own] of Map.groupBy(inDays, (each) => each.office)) {
    for (const day of new Set(own.map((each) => each.day))) {
      const days = await loadDays(knex, office, { from: day, to: nextDay(day), now })
      const found = days.flatMap((parts) => foundOn(office, parts, query.targetMinutes))
      for (const each of found) whole.set(each.visit.id, each)
    }
  }
  return list.map((each) => whole.get(each.visit.id) ?? each)
}
