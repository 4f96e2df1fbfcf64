// Sound as numbers: the chime made from two falling tones, and recordings put one after another
// without the silence that each begins and ends with. Mono, values from -1 to 1. Pure.

/** Samples a second of everything the board plays. */
export const RATE = 24_000

const TONES = [
  { hertz: 659.25, at: 0 },
  { hertz: 523.25, at: 0.45 },
] as const
const LOUDNESS = 0.4
/** How long a tone takes to swell, and to fade, seconds. */
const SWELL = 0.012
const FADE = 1.1
/** A struck bell has more than one pitch: strength by multiple of the tone. */
const OVERTONES = [
  [1, 1],
  [2, 0.22],
  [3, 0.08],
] as const

export function chime(): Float32Array {
  const last = Math.max(...TONES.map(({ at }) => at))
  const samples = new Float32Array(Math.round((last + FADE) * RATE))
  for (const { hertz, at } of TONES) {
    const from = Math.round(at * RATE)
    for (let n = 0; n < FADE * RATE; n += 1) {
      const time = n / RATE
      const swell = Math.min(1, time / SWELL)
      const fade = Math.exp((-5 * time) / FADE) * Math.min(1, (FADE - time) / SWELL)
      const wave = OVERTONES.reduce(
        (sum, [multiple, strength]) =>
          sum + strength * Math.sin(2 * Math.PI * hertz * multiple * time),
        0,
      )
      samples[from + n] = (samples[from + n] ?? 0) + LOUDNESS * swell * fade * wave
    }
  }
  return samples
}

/** Quieter than this part of its loudest moment is silence. */
const SILENT = 0.02
/** Kept before and after what is heard, so that no consonant is clipped, seconds. */
const BREATH = 0.02
/** How loud the loudest moment of a word is, so that recordings of different days match. */
const PEAK = 0.85

/** The recording without the silence around it, as loud as its neighbours. */
export function trimmed(samples: Float32Array): Float32Array {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  if (loudest === 0) return new Float32Array(0)
  const isHeard = (sample: number): boolean => Math.abs(sample) > SILENT * loudest
  const breath = Math.round(BREATH * RATE)
  const from = Math.max(0, samples.findIndex(isHeard) - breath)
  const to = Math.min(samples.length, samples.findLastIndex(isHeard) + breath)
  return samples.slice(from, to).map((sample) => (sample / loudest) * PEAK)
}

/** A sound, or a pause in seconds. */
export type Piece = Float32Array | number

/** All of it as one, gapless but for the pauses asked for. */
export function joined(pieces: readonly Piece[]): Float32Array {
  const parts = pieces.map((piece) =>
    typeof piece === 'number' ? new Float32Array(Math.round(piece * RATE)) : piece,
  )
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** So many times as loud; a pause stays one. */
export function louder(piece: Piece, times: number): Piece {
  return typeof piece === 'number' ? piece : piece.map((sample) => sample * times)
}
