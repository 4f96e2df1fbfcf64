// The way from a number to the visits behind it: the filter of the page, the cell the number stands
// in, and the figure it is.
import type { LocationQuery, RouteLocationRaw } from 'vue-router'
import type { FigureFilter } from '#protocol'
import { GROUPINGS, type Grouping } from '#protocol'
import type { Column } from './columns.ts'
import { filterQuery, textIn } from './filter.ts'

export interface Group {
  readonly by: Grouping
  readonly key: string
}

const BETWEEN = ';'

export function visitsBehind(
  filter: FigureFilter,
  counted?: Pick<Column, 'kind' | 'key'>,
  groups: readonly Group[] = [],
): RouteLocationRaw {
  const cell = groups.map(({ by, key }) => `${by}:${key}`).join(BETWEEN)
  return {
    name: 'visits',
    query: {
      ...filterQuery(filter),
      ...(counted === undefined ? {} : { figure: counted.key }),
      // A share and a count may have one name: of a share, those it counts.
      ...(counted?.kind === 'share' ? { share: 'counted' } : {}),
      ...(cell === '' ? {} : { in: cell }),
    },
  }
}

/** The groups that an address names; what makes no sense there is left out. */
export function groupsIn(query: LocationQuery): Group[] {
  return (textIn(query, 'in') ?? '')
    .split(BETWEEN)
    .flatMap((cell): Group[] => {
      const at = cell.indexOf(':')
      const by = GROUPINGS.find((each) => each === cell.slice(0, at))
      const key = cell.slice(at + 1)
      return by && key !== '' ? [{ by, key }] : []
    })
    .slice(0, 2)
}
