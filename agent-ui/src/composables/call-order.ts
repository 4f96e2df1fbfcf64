// The order in which people would be called, of rows that are sorted by their sort keys already.
// The office's share of walk-ins and appointments is the same function as the server's.
import { inShare, type DeskVisit, type RulesRow } from '#protocol'

/** Those that a rule has raised come first; the others as the office shares its calls. */
export function inCallOrder(
  sorted: readonly DeskVisit[],
  share: RulesRow['share'],
  step: number,
): readonly DeskVisit[] {
  if (share === null) return sorted
  const raised = sorted.filter((row) => row.raised !== undefined)
  const others = sorted.filter((row) => row.raised === undefined)
  const walkIns = others.filter((row) => row.bookedAt === undefined)
  const booked = others.filter((row) => row.bookedAt !== undefined)
  return [...raised, ...inShare(share, step, walkIns, booked)]
}
