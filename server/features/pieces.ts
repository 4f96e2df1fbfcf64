// Periods as pieces that fit in memory, whatever their length, and no further than anything is known.
import type { Knex } from 'knex'
import { nextDay, plusDays } from '../domain/office-time.ts'

/** How many visits are read at once, as long as a day has no more: some 10 kB each until they are let go of. */
const VISITS = 2_000

/** The same, where rows only pass through: so few are cleared away while they are young. */
export const PASSING = 200

/** How many days are read at once at most. */
const DAYS = 7
/** How many are counted at once. */
const COUNTED = 28
const DAY = 86_400_000

export interface Piece {
  /** YYYY-MM-DD; `to` is not included. */
  readonly from: string
  readonly to: string
}

/**
 * The days from `from` to before `to`, in order, some at a time: as many as had `visits` between them, a
 * week at most, a day at least.
 */
export async function* piecesOf(
  knex: Knex,
  office: string,
  { from, to }: Piece,
  visits = VISITS,
): AsyncGenerator<Piece> {
  for (let first = from; first < to;) {
    const end = earlier(plusDays(first, COUNTED), to)
    yield* partsOf({ from: first, to: end }, await visitsByDay(knex, office, first, end), visits)
    first = end
  }
}

function* partsOf(
  { from, to }: Piece,
  count: ReadonlyMap<string, number>,
  most: number,
): Generator<Piece> {
  let [begin, end, held] = [from, from, 0]
  while (end < to) {
    held += count.get(end) ?? 0
    if (begin < end && (held > most || end >= plusDays(begin, DAYS))) {
      yield { from: begin, to: end }
      ;[begin, held] = [end, count.get(end) ?? 0]
    }
    end = nextDay(end)
  }
  yield { from: begin, to }
}

async function visitsByDay(
  knex: Knex,
  office: string,
  from: string,
  to: string,
): Promise<Map<string, number>> {
  const rows = await knex('visits')
    .where('office_id', office)
    .where('day', '>=', from)
    .where('day', '<', to)
    .groupBy('day')
    .select<{ day: string }[]>('day')
    .count<{ day: string; visits: number | string }[]>({ visits: '*' })
  return new Map(rows.map(({ day, visits }) => [day, Number(visits)]))
}

/** What of the period lies between the first thing known of an office and `now` (UTC ms). */
export async function knownPart(
  knex: Knex,
  office: string,
  { from, to }: Piece,
  now: number,
): Promise<Piece> {
  const firstIn = async (table: 'visits' | 'agent_segments'): Promise<string | null> => {
    const row = await knex(table).where('office_id', office).min({ day: 'day' }).first()
    return (row?.day as string | null | undefined) ?? null
  }
  const fact = await knex<{ office_id: string; at: number; seq: number }>('facts')
    .where('office_id', office)
    .orderBy('seq')
    .first('at')
  const told = fact ? dayOf(fact.at - DAY) : null
  const days = [await firstIn('visits'), await firstIn('agent_segments'), told]
  const [first = to] = days.filter((day) => day !== null).sort()
  // A day more than now: in no zone is it later than that.
  const last = nextDay(dayOf(now + DAY))
  return { from: from > first ? from : first, to: to < last ? to : last }
}

/** Of UTC. */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

const earlier = (one: string, other: string): string => (one < other ? one : other)
