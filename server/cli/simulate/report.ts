// Sets the day's account in tables: everyone accounted for, our figures beside the log's own, what
// SQL says of the same, what the screens were told, and how late the simulator was.
import type { Call } from './call-log.ts'
import { HOUR, SECOND } from './day.ts'
import { figuresOf, percentile, shareAbove } from './figures.ts'
import { ACTIONS } from './lateness.ts'
import { SERVICE_OF } from './log-day.ts'
import type { Account } from './play-day.ts'
import type { Totals } from './read-back.ts'
import { table } from './table.ts'
import { ENDINGS, serviceTimeOf, waitOf, type Ending, type Played } from './tally.ts'
import type { Witness } from './witness.ts'

/** Above this a wait is one that somebody notices; below it the simulator's own pace shows. */
const NOTICED = 5 * SECOND

/** One person of either account: what they asked for, how it ended, how long it took, ms. */
export interface Line {
  service: string
  ending: Ending | 'still there'
  waited: number
  served: number
}

export function linesOf(played: readonly Played[]): Line[] {
  return played.map((each) => ({
    service: each.citizen.service,
    ending: each.ending ?? 'still there',
    waited: waitOf(each),
    served: serviceTimeOf(each),
  }))
}

/** The log's own people, without the calls that were none. */
export function linesOfLog(calls: readonly Call[]): Line[] {
  return calls
    .filter((call) => call.outcome !== 'phantom')
    .map((call) => ({
      service: SERVICE_OF[call.type],
      ending: call.outcome === 'agent' ? 'served' : 'left',
      waited: call.waited,
      served: call.outcome === 'agent' ? call.serviceTime : 0,
    }))
}

/** The same figures of each account, one column each. */
export function accountTable(accounts: Record<string, readonly Line[]>): string {
  const columns = Object.values(accounts)
  const row = (name: string, of: (lines: readonly Line[]) => string): string[] => [
    name,
    ...columns.map(of),
  ]
  const ended =
    (ending: Line['ending']) =>
    (lines: readonly Line[]): Line[] =>
      lines.filter((line) => line.ending === ending)
  const waits = (ending: Ending) => {
    const figure = (lines: readonly Line[]) =>
      figuresOf(ended(ending)(lines).map((line) => line.waited))
    return [
      row('  mean wait', (lines) => seconds(figure(lines).mean)),
      row('  P50 / P90 / longest', (lines) => {
        const { p50, p90, max } = figure(lines)
        return [p50, p90, max].map((each) => (each / SECOND).toFixed(0)).join(' / ') + ' s'
      }),
      row('  sum of waits', (lines) => hours(figure(lines).sum)),
    ]
  }
  const served = ended('served')
  const waitedLong = (lines: readonly Line[]): number =>
    shareAbove(
      served(lines).map((line) => line.waited),
      NOTICED,
    )
  return table(
    ['', ...Object.keys(accounts)],
    [
      row('everyone', (lines) => String(lines.length)),
      row('served', (lines) => String(served(lines).length)),
      ...waits('served'),
      row('  waited more than 5 s', (lines) => `${(100 * waitedLong(lines)).toFixed(1)} %`),
      row('  total service time', (lines) => hours(sum(lines, 'served'))),
      row('left while waiting', (lines) => String(ended('left')(lines).length)),
      ...waits('left'),
      row('  left at once (within 5 s)', (lines) =>
        String(ended('left')(lines).filter((line) => line.waited <= NOTICED).length),
      ),
      row('did not come', (lines) => String(ended('no-show')(lines).length)),
      row('still there at the end', (lines) => String(ended('still there')(lines).length)),
    ],
  )
}

/** By service: how many were served and left, their mean wait, and the service time. */
export function serviceTable(accounts: Record<string, readonly Line[]>): string {
  const services = [
    ...new Set(
      Object.values(accounts)
        .flat()
        .map((line) => line.service),
    ),
  ].sort()
  const header = Object.keys(accounts).flatMap((name) => [
    `${name}: served`,
    'left',
    'mean wait',
    'service time',
  ])
  const cells = (lines: readonly Line[]): string[] => {
    const served = lines.filter((line) => line.ending === 'served')
    return [
      String(served.length),
      String(lines.filter((line) => line.ending === 'left').length),
      seconds(figuresOf(served.map((line) => line.waited)).mean),
      hours(sum(served, 'served')),
    ]
  }
  return table(
    ['service', ...header],
    services.map((service) => [
      service,
      ...Object.values(accounts).flatMap((lines) =>
        cells(lines.filter((line) => line.service === service)),
      ),
    ]),
  )
}

export interface Comparison {
  text: string
  isEqual: boolean
}

/** What SQL says beside what the simulator was told; both to the millisecond. */
export function sqlTable(lines: readonly Line[], totals: readonly Totals[]): Comparison {
  let isEqual = true
  const rows = [...ENDINGS, 'still there' as const].map((ending) => {
    const ours = lines.filter((line) => line.ending === ending)
    const theirs = totals.filter((each) => endingOf(each) === ending)
    const pairs = [
      [ours.length, total(theirs, 'visits')],
      [sum(ours, 'waited'), total(theirs, 'waited')],
      [sum(ours, 'served'), total(theirs, 'served')],
    ] as const
    // Time of those still there is not over: only their number can be compared.
    const compared = ending === 'still there' ? pairs.slice(0, 1) : pairs
    const same = compared.every(([one, other]) => one === other)
    isEqual &&= same
    return [
      ending,
      ...compared.flatMap((pair) => pair.map(String)),
      ...Array.from({ length: 6 - 2 * compared.length }, () => '–'),
      same ? 'equal' : 'DIFFERENT',
    ]
  })
  const services = [...new Set(lines.map((line) => line.service))].sort()
  const differing = services.filter((service) => !isSameService(service, lines, totals))
  isEqual &&= differing.length === 0
  const header = ['', 'visits', 'SQL', 'wait, ms', 'SQL', 'service, ms', 'SQL', '']
  const text = `${table(header, rows)}\nby service: ${
    differing.length === 0 ? `all ${services.length} equal` : `DIFFERENT in ${differing.join(', ')}`
  }`
  return { text, isEqual }
}

function isSameService(
  service: string,
  lines: readonly Line[],
  totals: readonly Totals[],
): boolean {
  const ours = lines.filter((line) => line.service === service && line.ending !== 'still there')
  const theirs = totals.filter(
    (each) => each.service === service && endingOf(each) !== 'still there',
  )
  return (
    ours.length === total(theirs, 'visits') &&
    sum(ours, 'waited') === total(theirs, 'waited') &&
    sum(ours, 'served') === total(theirs, 'served')
  )
}

function endingOf({ ending }: Totals): Line['ending'] {
  return ENDINGS.find((each) => each === ending) ?? 'still there'
}

/** What each screen was told of the calls: all of them, each once. */
export function screensTable({ tally, boards, desks }: Account): Comparison {
  const calls = new Map(
    tally.all().map(({ visit, timesCalled }): [string, number] => [visit, timesCalled]),
  )
  const made = [...calls.values()].reduce((all, times) => all + times, 0)
  let isEqual = true
  const rows = [...boards, ...desks].map((screen: Witness) => {
    const ids = new Set([...calls.keys(), ...screen.calls.keys()])
    let [told, missed, extra] = [0, 0, 0]
    for (const id of ids) {
      const [wanted, heard] = [calls.get(id) ?? 0, screen.calls.get(id) ?? 0]
      told += heard
      missed += Math.max(0, wanted - heard)
      extra += Math.max(0, heard - wanted)
    }
    isEqual &&= missed === 0 && extra === 0
    return [screen.name, made, told, missed, extra, screen.gaps, screen.cuts].map(String)
  })
  const header = ['screen', 'calls', 'told', 'missed', 'twice', 'gaps', 'cuts']
  return { text: table(header, rows), isEqual }
}

export function latenessTable({ lateness }: Account): string {
  const row = (name: string, late: readonly number[]): string[] => {
    const sorted = late.toSorted((a, b) => a - b)
    const at = (share: number) => (percentile(sorted, share) / SECOND).toFixed(2)
    return [name, String(sorted.length), at(0.5), at(0.99), at(1)]
  }
  return table(
    ['seconds late, of the day’s clock', 'actions', 'p50', 'p99', 'most'],
    [...ACTIONS.map((action) => row(action, lateness.of(action))), row('all', lateness.all())],
  )
}

function sum(lines: readonly Line[], of: 'waited' | 'served'): number {
  return lines.reduce((all, line) => all + line[of], 0)
}

function total(totals: readonly Totals[], of: 'visits' | 'waited' | 'served'): number {
  return totals.reduce((all, each) => all + each[of], 0)
}

function seconds(length: number): string {
  return `${(length / SECOND).toFixed(1)} s`
}

function hours(length: number): string {
  return `${(length / HOUR).toFixed(2)} h`
}
