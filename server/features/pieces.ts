// Periods as pieces that fit in memory, whatever their length, and no further than anything is known.
import type { Knex } from 'knex'
import { nextDay } from '../domain/office-time.ts'

/** How many days of one office are read at once. */
const DAYS = 7
const DAY = 86_400_000

export interface Piece {
  /** YYYY-MM-DD; `to` is not included. */
  readonly from: string
  readonly to: string
}

/** The days from `from` to before `to`, a week at a time, in order. */
export function* piecesOf({ from, to }: Piece): Generator<Piece> {
  for (let begin = from; begin < to;) {
    let end = begin
    for (let n = 0; n < DAYS && end < to; n += 1) end = nextDay(end)
    yield { from: begin, to: end }
    begin = end
  }
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
