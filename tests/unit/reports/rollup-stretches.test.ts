// Which rollups a question is answered from: every day of the period once, in a grain that tells enough.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { coarsenessOf, FINEST } from '../../../server/domain/figures/coarser.ts'
import { GROUPINGS } from '../../../server/domain/figures/keys.ts'
import { stretchesFor } from '../../../server/features/reports/read-model/rollup-stretches.ts'

const PRESENT = '2026-06'
const NOTHING_MORE = { services: false, kinds: false, agents: 'together' } as const
const anyDay = fc
  .integer({ min: 0, max: 900 })
  .map((n) => new Date(Date.UTC(2024, 5, 1 + n)).toISOString().slice(0, 10))
const anyPeriod = fc.tuple(anyDay, anyDay).map(([a, b]) => (a < b ? [a, b] : [b, a]))

describe('the rollups that are read for a question', () => {
  it('F12 have every day of the period once, and tell all that is asked for', () => {
    fc.assert(
      fc.property(
        anyPeriod,
        fc.subarray([...GROUPINGS], { maxLength: 2 }),
        fc.record({
          ...{ services: fc.boolean(), kinds: fc.boolean() },
          agents: fc.constantFrom('together', 'groups', 'apart'),
        }),
        ([from = '', to = ''], by, needs) => {
          let reached = from
          for (const stretch of stretchesFor({ from, to, by }, needs, PRESENT)) {
            assert.equal(stretch.from, reached)
            assert.ok(stretch.to > stretch.from)
            reached = stretch.to
            const { span, day, halfHours, services, kinds, agents } = coarsenessOf(stretch.grain)
            // Days of groups by service and half hour are hardly fewer than of their agents.
            if (stretch.grain !== FINEST) assert.equal(agents, needs.agents)
            else assert.notEqual(needs.agents, 'together')
            if (needs.services) assert.ok(services)
            // Where agents are told apart, all is.
            else if (needs.agents !== 'apart') assert.ok(!services)
            if (needs.kinds) assert.ok(kinds)
            if (by.includes('half-hour')) assert.ok(halfHours)
            if (span === 'day') continue
            assert.ok(stretch.to <= `${PRESENT}-01`, 'of the present month there are only days')
            if (by.includes('day') || by.includes('week')) assert.equal(day, 'month-day')
            if (by.includes('weekday')) assert.notEqual(day, null)
            const isWhole = stretch.from.endsWith('-01') && stretch.to.endsWith('-01')
            assert.ok(isWhole || day === 'month-day', 'a part of a month is read by its days')
          }
          assert.equal(reached, to)
        },
      ),
    )
  })

  it('F12 are few for a year: its months, and the days at both ends', () => {
    const year = { from: '2025-06-12', to: '2026-06-12', by: ['office'] as const }
    assert.deepEqual(
      stretchesFor(year, NOTHING_MORE, PRESENT).map(({ grain, from }) => [grain, from]),
      [
        ['month-day', '2025-06-12'],
        ['month', '2025-07-01'],
        ['day', '2026-06-01'],
      ],
    )
  })
})
