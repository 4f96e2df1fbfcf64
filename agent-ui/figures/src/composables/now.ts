// One office right now, read out of the rows a manager is shown, as of an instant (UTC ms).
import {
  isOpenFor,
  waitSoFar,
  type AgentsRow,
  type AlertRow,
  type ChannelFiguresRow,
  type CounterFiguresRow,
  type HalfHourRow,
  type HelpRow,
  type HereRow,
  type ManagerRow,
  type ManagerView,
  type ServiceFiguresRow,
  type Spread,
  type TodayRow,
} from '#protocol'
import type { Level } from '../../../src/composables/office-now.ts'
import type { FigureVoice } from '../words.ts'
import { lengthText } from './figure-text.ts'

const MINUTE = 60_000

/** The rows of a view by kind, in the order in which they are shown. */
export interface OfficeFigures {
  readonly today: TodayRow
  readonly halfHours: readonly HalfHourRow[]
  readonly services: readonly ServiceFiguresRow[]
  readonly channels: readonly ChannelFiguresRow[]
  readonly counters: readonly CounterFiguresRow[]
  readonly agents: AgentsRow | null
  readonly here: readonly HereRow[]
  readonly alerts: readonly AlertRow[]
  /** Null: nobody waits for long. */
  readonly help: HelpRow | null
}

/** Without the half hours before the first visit and after the last: nobody asks what happened at night. */
function busyOnes(halfHours: readonly HalfHourRow[]): readonly HalfHourRow[] {
  const isBusy = ({ figures }: HalfHourRow): boolean => figures.counts.visits > 0
  const first = halfHours.findIndex(isBusy)
  return first === -1 ? [] : halfHours.slice(first, halfHours.findLastIndex(isBusy) + 1)
}

/** Null: the office has not said yet what day it is. */
export function readOffice({ rows }: ManagerView): OfficeFigures | null {
  const [today] = ofKind(rows, 'today')
  if (!today) return null
  return {
    today,
    halfHours: busyOnes(ofKind(rows, 'half-hour').sort((a, b) => a.at.localeCompare(b.at))),
    services: ofKind(rows, 'service'),
    channels: ofKind(rows, 'channel'),
    counters: ofKind(rows, 'counter'),
    agents: ofKind(rows, 'agents')[0] ?? null,
    here: ofKind(rows, 'visit'),
    alerts: ofKind(rows, 'alert').sort((a, b) => b.crossedAt.localeCompare(a.crossedAt)),
    help: ofKind(rows, 'help')[0] ?? null,
  }
}

function ofKind<K extends ManagerRow['kind']>(
  rows: readonly ManagerRow[],
  kind: K,
): Extract<ManagerRow, { kind: K }>[] {
  return rows.filter((row): row is Extract<ManagerRow, { kind: K }> => row.kind === kind)
}

/** Somebody who waits now. */
export interface Waiting {
  readonly visit: HereRow
  /** How long so far, ms. */
  readonly wait: number
  readonly level: Level
}

/** Everybody who waits, the longest first. */
export function waitingNow({ here, today }: OfficeFigures, now: number): Waiting[] {
  return here
    .filter(({ state }) => state === 'waiting')
    .map((visit) => ({ visit, wait: waitSoFar(Date.parse(visit.since), now) }))
    .map(({ visit, wait }) => ({ visit, wait, level: levelOfWait(wait, today) }))
    .sort((a, b) => b.wait - a.wait)
}

/** How many wait, and for too long: of those shown, or, to whoever is shown no visit, as today's row has it. */
export function lineOf(
  { today }: OfficeFigures,
  waiting: readonly Waiting[],
): { readonly waiting: number; readonly tooLong: number } {
  if (waiting.length === 0)
    return { waiting: today.figures.spreads.waitSoFar.n, tooLong: today.tooLong }
  const tooLong = waiting.filter(({ level }) => level === 'too-long').length
  return { waiting: waiting.length, tooLong }
}

/** What half waited, and the longest: empty while nobody was called, as a median of 0 s is none. */
export function halfText({ p50, max }: Spread, say: FigureVoice['say']): string {
  if (p50 === null || max === null) return ''
  return say(p50 < 500 ? 'now.figures.halfNone' : 'now.figures.half', {
    wait: lengthText(p50),
    max: lengthText(max),
  })
}

/** Counters that are open now. */
export const openCounters = ({ counters }: OfficeFigures): number =>
  counters.filter(({ doing }) => doing !== null && isOpenFor(doing)).length

/** How a wait (ms) stands against the office's own thresholds. */
export function levelOfWait(
  wait: number,
  today: Pick<TodayRow, 'targetMinutes' | 'attentionMinutes'>,
): Level {
  if (wait >= today.targetMinutes * MINUTE) return 'too-long'
  return wait >= today.attentionMinutes * MINUTE ? 'attention' : 'fine'
}

/** How many wait for each service, and the longest of them. */
export function waitingByService(
  waiting: readonly Waiting[],
): ReadonlyMap<string, { readonly count: number; readonly longest: Waiting | null }> {
  const byService = Map.groupBy(waiting, ({ visit }) => visit.service)
  return new Map(
    [...byService].map(([service, list]) => [
      service,
      { count: list.length, longest: list[0] ?? null },
    ]),
  )
}

/** What an agent's time went to, ms up to now: what is over, and what goes on. */
export type TimeSplit = Readonly<Partial<Record<NonNullable<CounterFiguresRow['doing']>, number>>>

/** Everybody's time together, or one counter's when `counters` is that one and `split` its day. */
export function timeSplit(
  split: TimeSplit,
  counters: readonly CounterFiguresRow[],
  now: number,
): TimeSplit {
  const sum: Partial<Record<NonNullable<CounterFiguresRow['doing']>, number>> = { ...split }
  for (const { doing, since } of counters) {
    if (doing === null || since === null) continue
    sum[doing] = (sum[doing] ?? 0) + Math.max(0, now - Date.parse(since))
  }
  return sum
}

/** The alerts that a page has not told of yet. Those it finds when it opens are no news. */
export function newAlerts(
  known: ReadonlySet<string> | null,
  alerts: readonly AlertRow[],
): readonly AlertRow[] {
  return known === null ? [] : alerts.filter(({ id }) => !known.has(id))
}
