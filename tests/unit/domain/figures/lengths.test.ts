// The histograms that rollups hold: mergeable, exact where it is promised, and as wide as is said.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import {
  bucketOf,
  BUCKETS,
  lowerLimit,
  upperLimit,
  WIDTH,
} from '../../../../server/domain/figures/buckets.ts'
import { Cells, type CellKey } from '../../../../server/domain/figures/cells.ts'
import { Lengths } from '../../../../server/domain/figures/lengths.ts'
import { pack, unpack } from '../../../../server/domain/figures/pack.ts'

const MINUTE = 60_000
const anyLength = fc.oneof(
  fc.integer({ min: 0, max: 130_000 }),
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.integer({ min: 0, max: 3_000_000_000 }),
)
const lengthsOf = (values: readonly number[]): Lengths => {
  const lengths = new Lengths()
  for (const value of values) lengths.add(value)
  return lengths
}
const bucketsOf = (lengths: Lengths): [number, number][] => {
  const buckets: [number, number][] = []
  lengths.forEach((bucket, count) => buckets.push([bucket, count]))
  return buckets
}

describe('the histograms of figures', () => {
  it('F12 hold each length in one bucket, no wider than stated, and have each whole minute as a limit', () => {
    fc.assert(
      fc.property(anyLength, (ms) => {
        const bucket = bucketOf(ms)
        assert.ok(ms <= upperLimit(bucket))
        assert.ok(bucket === 0 || ms > lowerLimit(bucket))
      }),
    )
    for (let bucket = 1; bucket < BUCKETS - 1; bucket += 1) {
      const width = upperLimit(bucket) - lowerLimit(bucket)
      assert.ok(width <= Math.max(1_000, lowerLimit(bucket) * WIDTH), `bucket ${bucket}`)
    }
    for (let minute = 1; minute <= 100; minute += 1) {
      assert.equal(upperLimit(bucketOf(minute * MINUTE)), minute * MINUTE)
    }
  })

  it('F12 merge into what both together would have been, and come out of a pack as they went in', () => {
    fc.assert(
      fc.property(fc.array(anyLength), fc.array(anyLength), (some, others) => {
        const both = lengthsOf([...some, ...others])
        const merged = lengthsOf(some)
        merged.merge(lengthsOf(others))
        assert.deepEqual(merged.toSpread(), both.toSpread())
        assert.deepEqual(bucketsOf(merged), bucketsOf(both))
        assert.deepEqual(bucketsOf(packed(both)), bucketsOf(both))
        assert.deepEqual(packed(both).toSpread(), both.toSpread())
      }),
    )
  })

  it('F12 count exactly how many were no longer than a whole number of minutes', () => {
    fc.assert(
      fc.property(fc.array(anyLength), fc.integer({ min: 1, max: 100 }), (values, minutes) => {
        const exact = values.filter((value) => value <= minutes * MINUTE).length
        assert.equal(lengthsOf(values).notLongerThan(minutes * MINUTE), exact)
      }),
    )
  })
})

function packed(lengths: Lengths): Lengths {
  const key: CellKey = {
    slot: 540,
    service: 's',
    programme: 'p',
    category: 'c',
    channel: 'in-person',
    kind: 'walk-in',
    outcome: 'served',
    flagged: false,
    agent: '',
  }
  const cells = new Cells()
  cells.at(key).lengths('wait').merge(lengths)
  const back = new Cells()
  unpack(pack(cells.all(), new Map()), {
    wantsService: () => true,
    sumsFor: (kind) => ({ at: (slot) => back.at({ ...kind, slot }) }),
    floorFor: () => assert.fail('there is no floor'),
  })
  return back.at(key).lengths('wait')
}
