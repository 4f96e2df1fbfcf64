// All offices in one look, read out of the rows of a province, as of an instant (UTC ms).
import {
  waitSoFar,
  type ProgrammeFiguresRow,
  type ProvinceOfficeRow,
  type ProvinceRow,
  type ProvinceView,
} from '#protocol'
import type { Level } from '../../../src/composables/office-now.ts'

export interface ProvinceFigures {
  readonly all: ProvinceRow | null
  readonly offices: readonly ProvinceOfficeRow[]
  readonly programmes: readonly ProgrammeFiguresRow[]
}

export function readProvince({ rows }: ProvinceView): ProvinceFigures {
  return {
    all: rows.find((row) => row.kind === 'province') ?? null,
    offices: rows.filter((row) => row.kind === 'office'),
    programmes: rows
      .filter((row) => row.kind === 'programme')
      // As the first column of their table is, most first.
      .sort(
        (a, b) =>
          b.transactions - a.transactions || b.figures.counts.visits - a.figures.counts.visits,
      ),
  }
}

/** The longest wait in an office now, ms; null: nobody waits. */
export function longestWait({ longestSince }: ProvinceOfficeRow, now: number): number | null {
  return longestSince === null ? null : waitSoFar(Date.parse(longestSince), now)
}

/** Share of visits within target below which an office's day is worth a look, and is in trouble. */
const WORTH_A_LOOK = 0.8
const IN_TROUBLE = 0.6

/** Open by its hours with nobody who could call: worth a look, also while nobody waits. */
export const isUnstaffed = ({ isOpen, openCounters }: ProvinceOfficeRow): boolean =>
  isOpen && openCounters === 0

/** How an office stands, by the worst: somebody waits too long now, its day goes badly, nobody could call. */
export function levelOfOffice(office: ProvinceOfficeRow): Level {
  const share = office.figures.withinTarget.share ?? 1
  if (office.tooLong > 0 || share < IN_TROUBLE) return 'too-long'
  return share < WORTH_A_LOOK || isUnstaffed(office) ? 'attention' : 'fine'
}

/** Those with most people over target first, then the smallest share within it; unknown last. */
export function worstFirst(offices: readonly ProvinceOfficeRow[]): ProvinceOfficeRow[] {
  return [...offices].sort(
    (a, b) =>
      b.tooLong - a.tooLong ||
      (a.figures.withinTarget.share ?? 2) - (b.figures.withinTarget.share ?? 2) ||
      b.waiting - a.waiting,
  )
}
