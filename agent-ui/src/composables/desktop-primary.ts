// What the primary button says, wherever it is drawn.
import type { DeskVisit } from '#protocol'
import type { Primary } from './desk-moves.ts'

/** With several requests unfinished, finishing ends the present one and not the visit. */
export function primarySaying(
  primary: Primary,
  visit: DeskVisit | null,
): `primary.${Primary | 'finishRequest'}` {
  const unfinished = visit?.requests.filter((request) => !request.done).length ?? 0
  return primary === 'finish' && unfinished > 1 ? 'primary.finishRequest' : `primary.${primary}`
}
