// Durations as people read them: to the minute, and a running timer to the second.

const MINUTE = 60_000
const NBSP = '\u00a0'

/** A stretch of time (ms) to the whole minute: `< 1 min`, `12 min`, `1 h 05`. */
export function durationText(duration: number): string {
  const minutes = Math.floor(Math.max(0, duration) / MINUTE)
  if (minutes < 1) return `<${NBSP}1${NBSP}min`
  if (minutes < 60) return `${minutes}${NBSP}min`
  return `${Math.floor(minutes / 60)}${NBSP}h${NBSP}${pad(minutes % 60)}`
}

/** A running timer (ms): `4:07`, `1:04:07`. */
export function timerText(duration: number): string {
  const seconds = Math.floor(Math.max(0, duration) / 1000)
  const minutes = Math.floor(seconds / 60)
  const rest = pad(seconds % 60)
  if (minutes < 60) return `${minutes}:${rest}`
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${rest}`
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** The wait (ms) that fills a row's bar: the longest, in steps of five minutes, half an hour at least. */
export function scaleOf(longest: number): number {
  return Math.max(30, Math.ceil(longest / (5 * MINUTE)) * 5) * MINUTE
}

/** A sentence that ends with a time of day as English writes it has one point at its end, not two. */
export function withOnePoint(sentence: string): string {
  return sentence.replaceAll(/\b([ap]\.m\.)\./g, '$1')
}
