import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { drawArrivals, PROFILE } from '../../../server/cli/simulate/arrivals.ts'
import { HOUR, MINUTE } from '../../../server/cli/simulate/day.ts'
import { dayToJoin, openingHours } from '../../../server/cli/simulate/hours.ts'
import { seededRandom } from '../../../server/cli/simulate/seeded-random.ts'
import { syntheticDay } from '../../../server/cli/simulate/synthetic-day.ts'

const open = openingHours('2026-06-01', 'America/Vancouver')
const services = ['driver-licence', 'health-card', 'notary', 'payments', 'property-tax', 'name']
const aDay = (seed: number) => syntheticDay({ open, services, agents: 4, seed })

describe('a simulated day', () => {
  it('is the same for the same seed, another for another', () => {
    assert.deepEqual(aDay(1).citizens, aDay(1).citizens)
    assert.notDeepEqual(aDay(1).citizens, aDay(2).citizens)
  })

  it('has people coming only while the office is open, in order', () => {
    const arrivals = aDay(5).citizens.map(({ arrivesAt }) => arrivesAt)

    assert.ok(arrivals.length > 50)
    assert.ok(arrivals.every((at) => at >= open.from && at < open.to))
    assert.deepEqual(
      arrivals,
      arrivals.toSorted((a, b) => a - b),
    )
  })

  it('is busier in the late morning than before the closing, as its profile says', () => {
    const arrivals = drawArrivals(open, 2_000, seededRandom(1))
    const halfHours = PROFILE.map(
      (_, index) =>
        arrivals.filter((at) => Math.floor((at - open.from) / (30 * MINUTE)) === index).length,
    )

    halfHours.forEach((count, index) => {
      const expected = 1_000 * (PROFILE[index] ?? 0)
      assert.ok(Math.abs(count - expected) < 5 * Math.sqrt(expected), `half hour ${index}`)
    })
  })

  it('leaves no service without an agent who takes it, and gives agents different skills', () => {
    for (const count of [1, 2, 3, 4, 9]) {
      const { agents } = syntheticDay({ open, services, agents: count, seed: 1 })
      assert.equal(agents.length, count)
      assert.equal(agents[0]?.services, null)
    }
    const [, second, third] = aDay(1).agents
    assert.notDeepEqual(second?.services, third?.services)
  })

  it('lets agents eat one after another', () => {
    const lunches = aDay(1).agents.map(
      ({ work }) => [work[0]?.to ?? 0, work[1]?.from ?? 0] as const,
    )

    lunches.forEach(([from, to], index) => {
      assert.equal(to - from, 30 * MINUTE)
      const [before] = lunches[index + 1] ?? [Infinity]
      assert.ok(to <= before)
    })
  })

  it('has people who leave, people who do not come, and people who stay', () => {
    const { citizens } = aDay(1)
    const share = (is: (citizen: (typeof citizens)[number]) => boolean): number =>
      citizens.filter(is).length / citizens.length

    assert.ok(share(({ patience }) => patience === null) > 0.05)
    assert.ok(share(({ patience }) => patience !== null) > 0.5)
    assert.ok(share(({ comesWhenCalled }) => comesWhenCalled) > 0.9)
    assert.ok(share(({ comesWhenCalled }) => comesWhenCalled) < 1)
  })

  it('begins at once when the office is closed, and is joined when it is open', () => {
    const night = open.from - 6 * HOUR
    const moved = dayToJoin(night, night + MINUTE, 'America/Vancouver')
    assert.deepEqual(moved, {
      open: { from: night + MINUTE, to: night + MINUTE + 8 * HOUR },
      isMoved: true,
    })
    const noon = open.from + 3 * HOUR
    assert.deepEqual(dayToJoin(noon, noon, 'America/Vancouver'), { open, isMoved: false })
  })
})
