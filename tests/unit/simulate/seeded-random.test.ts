import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { seededRandom } from '../../../server/cli/simulate/seeded-random.ts'

const draws = (seed: number, count = 20_000): number[] => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.next())
}
const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length

describe('chance that can be repeated', () => {
  it('gives the same draws for the same seed, others for another', () => {
    assert.deepEqual(draws(7, 50), draws(7, 50))
    assert.notDeepEqual(draws(7, 50), draws(8, 50))
  })

  it('draws evenly from 0 to 1, even for neighbouring seeds', () => {
    for (const seed of [0, 1, 2, -5]) {
      const values = draws(seed)
      assert.ok(values.every((each) => each >= 0 && each < 1))
      assert.ok(Math.abs(mean(values) - 0.5) < 0.01)
    }
    const first = Array.from({ length: 5_000 }, (_, seed) => seededRandom(seed).next())
    assert.ok(Math.abs(mean(first) - 0.5) < 0.02)
  })

  it('keeps the mean of an exponential and the median of a log-normal', () => {
    const random = seededRandom(3)
    const gaps = Array.from({ length: 20_000 }, () => random.exponential(4))
    const times = Array.from({ length: 20_001 }, () => random.logNormal(300, 0.7))
    const median = times.sort((a, b) => a - b)[10_000] ?? 0

    assert.ok(Math.abs(mean(gaps) - 0.25) < 0.01)
    assert.ok(Math.abs(median - 300) < 10)
  })

  it('picks in proportion to the weights', () => {
    const random = seededRandom(4)
    const choices = [
      { value: 'often', weight: 3 },
      { value: 'never', weight: 0 },
      { value: 'seldom', weight: 1 },
    ]
    const picked = Array.from({ length: 10_000 }, () => random.pick(choices))

    const often = picked.filter((each) => each === 'often').length / picked.length
    assert.ok(Math.abs(often - 0.75) < 0.02)
    assert.ok(!picked.includes('never'))
  })

  it('has nothing to pick from an empty list', () => {
    assert.throws(() => seededRandom(1).pick([]), /nothing/)
  })

  it('forks generators that do not disturb each other', () => {
    const [one, other] = [seededRandom(9), seededRandom(9)]
    const [fork] = [one.fork(), other.fork()]
    fork.next()

    assert.equal(one.next(), other.next())
  })
})
