// The figures of one person: those they make, and none of what an office or a colleague makes of them.
import { mayAs, type Me, type SpreadKey } from '#protocol'
import { count, share, spread, type Column } from './columns.ts'
import type { FigureName } from './definitions.ts'

export interface OwnFigure {
  readonly figure: FigureName
  readonly column: Column
}

/** Large, in this order. */
export const OWN_COUNTS: readonly OwnFigure[] = [
  { figure: 'served', column: count('served') },
  { figure: 'transactions', column: count('transactions') },
  { figure: 'serviceTime', column: spread('serviceTime', 'p50') },
  { figure: 'handleTime', column: spread('handleTime', 'p50') },
  { figure: 'noShow', column: count('noShow') },
  { figure: 'clean', column: share('clean') },
]

/** Lengths of which a person has a part in their hands. */
export const OWN_LENGTHS: readonly SpreadKey[] = [
  'callToDesk',
  'serviceTime',
  'holdTime',
  'handleTime',
]

/** Whether these pages hold but their own figures for somebody. */
export const seesOnlyOwn = (me: Me): boolean =>
  mayAs(me.role, 'see-own-figures') && !mayAs(me.role, 'see-figures')

/** Where somebody's own figures are; null: they are of no office. */
export function ownPage(me: Me): { name: 'own'; params: { office: string } } | null {
  const office = me.office ?? me.offices[0]?.code
  return office === undefined ? null : { name: 'own', params: { office } }
}
