// What each figure means, in words people can check: one definition a figure, shown beside every
// number, on the live page and in reports alike. Whoever changes how a figure is worked out changes
// its words and its version here, and rollups of an older version are made anew.
import type { Words } from '../settings.ts'
import { DEFINED_COUNTS } from './definitions-counts.ts'
import { DEFINED_SHARES } from './definitions-shares.ts'
import { DEFINED_SPREADS } from './definitions-spreads.ts'
import type { CountKey, LevelKey, RateKey, ShareKey, SpreadKey } from './keys.ts'

export type FigureKey = SpreadKey | ShareKey | CountKey | RateKey | LevelKey | OtherKey
export type OtherKey = 'doing' | 'costMinutes' | 'doorLine' | 'whatHelps'
export type FigureUnit =
  'time' | 'share' | 'per-100-visits' | 'visits' | 'per-hour' | 'people' | 'minutes'
export type FigureKind = 'spread' | 'share' | 'count' | 'rate' | 'level' | 'other'

export interface FigureDefinition {
  readonly key: FigureKey
  readonly kind: FigureKind
  readonly unit: FigureUnit
  readonly version: number
  readonly name: Words
  readonly means: Words
}

/** Every definition, once. `left` and `noShow` name a count and, with `Share`, the share of it. */
export const DEFINITIONS: readonly FigureDefinition[] = [
  ...DEFINED_SPREADS,
  ...DEFINED_SHARES,
  ...DEFINED_COUNTS,
]

/** Raised whenever any definition changes: rollups of another version are not read. */
export const FIGURES_VERSION = 1
