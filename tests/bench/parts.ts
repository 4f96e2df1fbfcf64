// The parts of the bench, each a list of figures.
import { bytesPerChange } from './bytes.ts'
import { deskPage, type Seen } from './desk-page.ts'
import { figure, medianOf, type Figure, type Goal } from './figures.ts'
import { repeated } from './percentiles.ts'
import {
  prepare,
  runFloor,
  runOurServer,
  startOnCopy,
  type Prepared,
  type Run,
  type Shape,
  type Timing,
} from './runs.ts'
import { STEPS } from './systems.ts'

export interface Repeat {
  pairs: number
  timing: Timing
  limits: boolean
}

/** Programs in turn, `times` over: what slows the machine slows all of them. Their runs, by name. */
async function inTurn<Name extends string>(
  times: number,
  programs: Readonly<Record<Name, () => Promise<Run>>>,
): Promise<Record<Name, Run>[]> {
  const rounds: Record<Name, Run>[] = []
  for (let time = 0; time < times; time += 1) {
    const round: [string, Run][] = []
    for (const [name, run] of Object.entries<() => Promise<Run>>(programs)) {
      round.push([name, await run()])
    }
    rounds.push(Object.fromEntries(round) as Record<Name, Run>)
  }
  return rounds
}

export async function ceilingPart(shape: Shape, timing: Timing): Promise<Figure[]> {
  const run = await runFloor(shape, timing, { database: false })
  return [figure('the ceiling: the floor without a database', 'visits/s', run.visitsPerSecond)]
}

/**
 * Ours beside the floor, as anybody would begin such a program; and, without a goal, beside one whose
 * process is begun as ours is. `atLeast`: the goal for visits per second, as a ratio.
 */
export async function pairsPart(shape: Shape, atLeast: number, repeat: Repeat): Promise<Figure[]> {
  const { pairs, timing, limits } = repeat
  const prepared = await prepare(shape)
  const rounds = await inTurn(pairs, {
    floor: () => runFloor(shape, timing),
    ours: () => runOurServer(prepared, shape, timing, limits),
    alike: () => runFloor(shape, timing, { asOurs: true }),
  })
  const ours = rounds.map((round) => round.ours)
  const beside = (base: 'floor' | 'alike', of: (run: Run) => number) =>
    repeated(rounds.map((round) => of(round.ours) / of(round[base])))
  const ratios = (base: 'floor' | 'alike', unit: string, goals: { speed?: Goal; told?: Goal }) => [
    medianOf('visits per second', unit, beside(base, visitsPerSecond), goals.speed),
    medianOf('click to the last board told, p99', unit, beside(base, toldWithin), goals.told),
    medianOf('processor time a visit', unit, beside(base, cpuPerVisit)),
  ]
  return [
    ...speeds(
      'floor',
      rounds.map(({ floor }) => floor),
    ),
    ...speeds('ours', ours),
    ...toldFigures(ours),
    ...ratios('floor', '× the floor', { speed: { atLeast }, told: { atMost: 1.5 } }),
    ...ratios('alike', '× the floor begun as ours is', {}),
  ]
}

const visitsPerSecond = (run: Run): number => run.visitsPerSecond
const toldWithin = (run: Run): number => run.clickToBoard.p99
const cpuPerVisit = (run: Run): number => run.cpuPerVisit

function speeds(who: string, runs: Run[]): Figure[] {
  const of = (what: string, unit: string, value: (run: Run) => number) =>
    medianOf(`${who}: ${what}`, unit, repeated(runs.map(value)))
  return [
    of('visits per second', 'visits/s', (run) => run.visitsPerSecond),
    ...STEPS.flatMap((step) => [
      of(`${step}, p50`, 'ms', (run) => run.steps[step].p50),
      of(`${step}, p99`, 'ms', (run) => run.steps[step].p99),
    ]),
    of('click to the last board told, p50', 'ms', (run) => run.clickToBoard.p50),
    of('click to the last board told, p99', 'ms', (run) => run.clickToBoard.p99),
    of('server processor time a visit', 'ms', (run) => run.cpuPerVisit),
    of('driver load', 'of one core', (run) => run.driverLoad),
  ]
}

function toldFigures(runs: Run[]): Figure[] {
  const sum = (of: (run: Run) => number) => runs.reduce((total, run) => total + of(run), 0)
  const tellings = 2 * sum((run) => run.told.calls)
  const missed = sum((run) => run.told.missed)
  return [
    figure('calls told to their boards', '%', (100 * (tellings - missed)) / tellings, {
      atLeast: 100,
    }),
    figure(
      'calls told twice to a board',
      'times',
      sum((run) => run.told.twice),
      { atMost: 0 },
    ),
    figure(
      'calls that found nobody',
      'times',
      sum((run) => run.nobodyWaiting),
    ),
  ]
}

export async function bytesPart(waiting: number): Promise<Figure[]> {
  const prepared = await prepare({ offices: 1, agents: 1 })
  const program = await startOnCopy(prepared)
  try {
    const [seat] = prepared.seats
    if (!seat) throw new Error('nobody is there')
    const { board, desk } = await bytesPerChange(program.url, seat, waiting)
    const said = (who: string, what: string) => `a change to ${who}, ${waiting} waiting, ${what}`
    const under = (bytes: number): Goal => ({ atMost: bytes - 1 })
    return [
      figure(said('a board', 'mean'), 'bytes', board.mean),
      figure(said('a board', 'largest'), 'bytes', board.max, under(600)),
      figure(said('a desk', 'mean'), 'bytes', desk.mean),
      figure(said('a desk', 'largest'), 'bytes', desk.max, under(1_000)),
    ]
  } finally {
    await program.stop()
  }
}

/** The desk page of one of `agents` agents while `waiting` people wait. */
export async function deskPagePart(waiting: number, agents: number): Promise<Figure[]> {
  const prepared = await prepare({ offices: 1, agents })
  const program = await startOnCopy(prepared)
  try {
    const { change, press, busyPress, longTasks } = await deskPage(
      program.url,
      prepared.seats,
      waiting,
    )
    const each = (what: string, { p50, p95, max, count }: Seen): Figure[] => [
      figure(`${what}, p50 of ${count}`, 'ms', p50),
      figure(`${what}, p95`, 'ms', p95, { atMost: 50 }),
      figure(`${what}, max`, 'ms', max),
    ]
    return [
      ...each('a change, message to painted', change),
      ...each('a press, Space to painted', press),
      ...each(`a press while ${agents - 1} colleagues work`, busyPress),
      figure('tasks of more than 50 ms', 'tasks', longTasks.count),
      figure('the longest of them', 'ms', longTasks.longest),
    ]
  } finally {
    await program.stop()
  }
}

/** An empty office beside one with years of visits in its tables: the same speed, the same start. */
export async function historyPart(
  shape: Shape,
  pastVisits: number,
  { pairs, timing, limits }: Repeat,
): Promise<Figure[]> {
  const [empty, full] = [await prepare(shape), await prepare(shape, pastVisits)]
  const run = (prepared: Prepared) => () => runOurServer(prepared, shape, timing, limits)
  const rounds = await inTurn(pairs, { one: run(empty), other: run(full) })
  const each = (of: (run: Run) => number, which: 'one' | 'other') =>
    repeated(rounds.map((round) => of(round[which])))
  const beside = (of: (run: Run) => number) =>
    repeated(rounds.map(({ one, other }) => of(other) / of(one)))
  const start = (run: Run) => run.startedIn
  const past = `${pastVisits} past visits`
  return [
    medianOf('an empty office', 'visits/s', each(visitsPerSecond, 'one')),
    medianOf(past, 'visits/s', each(visitsPerSecond, 'other')),
    medianOf(`${past}, visits per second`, '× the empty office', beside(visitsPerSecond), {
      atLeast: 0.95,
    }),
    medianOf(`${past}, processor time a visit`, '× the empty office', beside(cpuPerVisit)),
    medianOf('start to first answer, an empty office', 'ms', each(start, 'one')),
    medianOf(`start to first answer, ${past}`, 'ms', each(start, 'other')),
    medianOf(`${past}, start to first answer`, '× the empty office', beside(start), {
      atMost: 1.25,
    }),
  ]
}
