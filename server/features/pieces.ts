// Periods as pieces that fit in memory, whatever their length.
import { nextDay } from '../domain/office-time.ts'

/** How many days of one office are read at once. */
const DAYS = 7

/** The days from `from` to before `to` (YYYY-MM-DD), a week at a time, in order. */
export function* piecesOf(
  from: string,
  to: string,
): Generator<{ readonly from: string; readonly to: string }> {
  for (let begin = from; begin < to;) {
    let end = begin
    for (let n = 0; n < DAYS && end < to; n += 1) end = nextDay(end)
    yield { from: begin, to: end }
    begin = end
  }
}
