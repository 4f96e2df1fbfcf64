// What stands in the address of a report, read and written.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { FigureFilter } from '#protocol'
import { groupsIn, visitsBehind } from '../../../agent-ui/figures/src/composables/behind.ts'
import { share, spread } from '../../../agent-ui/figures/src/composables/columns.ts'
import {
  filterQuery,
  isNarrowed,
  readFilter,
} from '../../../agent-ui/figures/src/composables/filter.ts'

const TODAY = '2026-11-28'
const FILTER: FigureFilter = {
  ...{ from: '2026-11-01', to: '2026-12-01', offices: ['victoria', 'cranbrook'] },
  ...{ services: ['health-card'], channels: ['phone', 'in-person'], kind: 'booked' },
  ...{ outcomes: ['left'], flagged: 'without', targetMinutes: 20 },
}

describe('the filter of a report in its address', () => {
  it('F12 comes back as it was written', () => {
    const query = filterQuery(FILTER) as Record<string, string>
    const read = readFilter(query, TODAY)

    assert.deepEqual(
      { ...read, channels: read.channels?.toSorted() },
      {
        ...FILTER,
        channels: FILTER.channels?.toSorted(),
      },
    )
  })

  it('looks at the last four weeks where the address says nothing, or nonsense', () => {
    const usual = { from: '2026-11-01', to: '2026-11-29' }
    for (const query of [
      {},
      { from: '2026-11-01' },
      { from: '2026-12-01', to: '2026-11-01' },
      { from: '2026-02-30', to: '2026-03-30' },
      { from: 'yesterday', to: 'today', kind: 'strange', channels: 'pigeon', targetMinutes: '-1' },
    ])
      assert.deepEqual(readFilter(query, TODAY), usual)
  })

  it('leads from a number to the visits of its very cell', () => {
    const groups = [
      { by: 'weekday', key: '0' },
      { by: 'half-hour', key: '09:30' },
    ] as const
    const to = visitsBehind(FILTER, spread('wait', 'p80'), groups)

    assert.ok(typeof to === 'object' && 'query' in to)
    const query = to.query as Record<string, string>
    assert.equal(query.figure, 'wait')
    assert.equal(query.share, undefined)
    assert.deepEqual(groupsIn(query), groups)
    assert.deepEqual(readFilter(query, TODAY).services, ['health-card'])
  })

  it('asks of a share for those it counts: a count may have the same name', () => {
    const to = visitsBehind(FILTER, share('left'))
    assert.ok(typeof to === 'object' && 'query' in to && to.query)
    assert.deepEqual([to.query.figure, to.query.share], ['left', 'counted'])
  })

  it('reads no group that it does not know', () => {
    assert.deepEqual(groupsIn({ in: 'colour:red;service:' }), [])
    assert.deepEqual(groupsIn({}), [])
  })

  it('F12 narrows a report by anything but its period and its target', () => {
    const { from, to, targetMinutes } = FILTER
    assert.equal(isNarrowed({ from, to, targetMinutes }), false)
    assert.equal(isNarrowed({ from, to, services: ['health-card'] }), true)
  })
})
