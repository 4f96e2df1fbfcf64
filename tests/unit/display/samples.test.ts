// Sound as numbers: the chime, and recordings put one after another.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { chime, joined, RATE, trimmed } from '../../../display/src/voice/samples.ts'

const tone = (seconds: number, loudness = 0.5): Float32Array =>
  Float32Array.from(
    { length: Math.round(seconds * RATE) },
    (_, n) => loudness * Math.sin((2 * Math.PI * 440 * n) / RATE),
  )
const silence = (seconds: number): Float32Array => new Float32Array(Math.round(seconds * RATE))
const loudest = (samples: Float32Array): number =>
  samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
const seconds = ({ length }: Float32Array): number => length / RATE

describe('the sounds of the board', () => {
  it('D4 chimes for a second or two, never clipped, without a click at either end', () => {
    const bell = chime()

    assert.ok(seconds(bell) > 1 && seconds(bell) < 2)
    assert.ok(loudest(bell) > 0.3 && loudest(bell) < 1)
    assert.ok(Math.abs(bell[0] ?? 1) < 0.001 && Math.abs(bell.at(-1) ?? 1) < 0.01)
  })

  it('D5 takes the silence off both ends of a recording, and makes all equally loud', () => {
    for (const loudness of [0.05, 0.9]) {
      const word = trimmed(joined([silence(0.4), tone(0.3, loudness), silence(1)]))

      assert.ok(Math.abs(seconds(word) - 0.34) < 0.01, `${seconds(word)} s`)
      assert.ok(Math.abs(loudest(word) - 0.85) < 0.01)
    }
  })

  it('D5 makes nothing of a recording without a sound', () => {
    assert.equal(trimmed(silence(2)).length, 0)
    assert.equal(trimmed(new Float32Array(0)).length, 0)
  })

  it('D5 joins words without a gap but for the pauses asked for', () => {
    const phrase = joined([tone(0.2), 0.25, tone(0.1), tone(0.1)])

    assert.ok(Math.abs(seconds(phrase) - 0.65) < 0.001)
    assert.equal(joined([]).length, 0)
  })
})
