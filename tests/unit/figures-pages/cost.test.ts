// A statement as its page tells it: by fiscal year, and what took most time first.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { byYear } from '../../../agent-ui/figures/src/composables/cost.ts'
import type { CostOfProgramme, CostStatement } from '../../../server/protocol/cost-contract.ts'

const of = (year: number, programme: string, ms: number): CostOfProgramme => ({
  ...{ year, programme, ms, transactions: 0, cents: 0, unpricedMs: 0, lines: [] },
})
const statement: CostStatement = {
  ...{ from: '2026-02-15', to: '2026-05-16', offices: ['victoria'], upTo: null },
  programmes: [of(2025, 'finance', 1), of(2025, 'health', 2), of(2026, 'finance', 3)],
  ...{ apart: [], reconciled: null },
}

describe('F27 the page of a statement', () => {
  it('tells a period over 1 April by fiscal year, and which of its days each has', () => {
    assert.deepEqual(
      byYear(statement, 'en').map(({ name, days, programmes }) => [
        ...[name, days, programmes.map(({ programme }) => programme)],
      ]),
      [
        ['2025–2026', 'February 15, 2026 – March 31, 2026', ['health', 'finance']],
        ['2026–2027', 'April 1, 2026 – May 15, 2026', ['finance']],
      ],
    )
    assert.deepEqual(
      byYear(statement, 'fr').map(({ days }) => days),
      ['15 février 2026 – 31 mars 2026', '1er avril 2026 – 15 mai 2026'],
    )
  })
})
