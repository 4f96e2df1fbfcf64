// What a bench says: named figures, some with a goal of issue “An office day, end to end”. Whether
// a goal is reached is computed here and nowhere written down.
import type { Repeated } from './percentiles.ts'

export interface Goal {
  atLeast?: number
  atMost?: number
}

export interface Figure {
  name: string
  unit: string
  value: number
  /** The smallest and largest of the repeated runs whose median `value` is. */
  min?: number
  max?: number
  goal?: Goal
  reached?: boolean
}

/** A figure measured once, with its goal if it has one. */
export function figure(name: string, unit: string, value: number, goal?: Goal): Figure {
  if (!goal) return { name, unit, value }
  return { name, unit, value, goal, reached: reaches(goal, value) }
}

/** The median of repeated runs, with its range. */
export function medianOf(name: string, unit: string, runs: Repeated, goal?: Goal): Figure {
  return { ...figure(name, unit, runs.median, goal), min: runs.min, max: runs.max }
}

export function reaches({ atLeast = -Infinity, atMost = Infinity }: Goal, value: number): boolean {
  return value >= atLeast && value <= atMost
}

/** Such as “0.93 × the floor (0.90 to 0.97) · goal at least 0.8: reached”. */
export function sentence({ name, unit, value, min, max, goal, reached }: Figure): string {
  const range = min === undefined || max === undefined ? '' : ` (${short(min)} to ${short(max)})`
  const told = `${name.padEnd(46)} ${short(value).padStart(9)} ${unit}${range}`
  if (!goal) return told
  const bound = goal.atLeast === undefined ? `at most ${goal.atMost}` : `at least ${goal.atLeast}`
  return `${told} · goal ${bound}: ${reached === true ? 'reached' : 'NOT REACHED'}`
}

function short(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2)
}
