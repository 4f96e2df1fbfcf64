// When a call becomes a no-show, by the office's own rules, as the desk shows it beforehand. The
// server decides it; people who asked for more time have twice as long, or all the time they need.
import { UNHURRIED, type DeskVisit, type RulesRow } from '#protocol'
import type { Voice } from '../i18n.ts'
import type { VisitActionName } from './desk-moves.ts'

/** How often the rules count for this person: once, twice; null: they do not. */
function factorFor(visit: DeskVisit, rules: RulesRow): 1 | 2 | null {
  if (!visit.needs?.some((need) => UNHURRIED.includes(need))) return 1
  return rules.unhurried === 'doubled' ? 2 : null
}

/** How often the person was called, and how often at most; null: as often as needed. */
export function callCount(
  visit: DeskVisit,
  rules: RulesRow,
): { made: number; allowed: number | null } {
  const factor = factorFor(visit, rules)
  const recalls = rules.afterRecalls
  const allowed = recalls === null || factor === null ? null : recalls * factor + 1
  return { made: visit.timesCalled, allowed }
}

/** How often, in words: a sentence for `count`, or with both numbers, for `say`. */
export function callText(visit: DeskVisit, rules: RulesRow, { say, count }: Voice): string {
  const { made, allowed } = callCount(visit, rules)
  return allowed === null
    ? count('visit.timesCalled', made)
    : say('visit.callOf', { count: made, total: allowed })
}

/** Who is at the counter, as it is spoken: a recall is another sentence than the call before it. */
export function spokenOf(visit: DeskVisit | null, rules: RulesRow, words: Voice): string {
  if (!visit) return words.say('status.idle')
  const state = words.say(`states.${visit.state}`)
  const now = words.say('status.now', { ticket: visit.ticket, state })
  const isAgain = visit.state === 'called' && visit.timesCalled > 1
  return isAgain ? `${now}. ${callText(visit, rules, words)}` : now
}

/** Whether the next recall would be one too many, and becomes the no-show. */
function isLastCall(visit: DeskVisit, rules: RulesRow): boolean {
  const { made, allowed } = callCount(visit, rules)
  return visit.state === 'called' && allowed !== null && made >= allowed
}

/** What the button of a move says: a recall says so when it would be one too many. */
export function moveSaying<Name extends VisitActionName>(
  name: Name,
  visit: DeskVisit | null,
  rules: RulesRow,
): `moves.${Name | 'recallLast'}` {
  const isLast = name === 'recall' && visit !== null && isLastCall(visit, rules)
  return isLast ? 'moves.recallLast' : `moves.${name}`
}

/** The instant (UTC ms) at which a call becomes a no-show by itself; null: never. */
export function noShowAt(visit: DeskVisit, rules: RulesRow): number | null {
  const factor = factorFor(visit, rules)
  if (visit.state !== 'called' || rules.afterSeconds === null || factor === null) return null
  // A recall starts the time again.
  return Date.parse(visit.announcedAt ?? visit.since) + rules.afterSeconds * factor * 1_000
}
