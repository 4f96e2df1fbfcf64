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

/** Two programs in turn, `pairs` times: what slows the machine slows both. */
async function inTurn(
  pairs: number,
  one: () => Promise<Run>,
  other: () => Promise<Run>,
): Promise<[Run, Run][]> {
  const runs: [Run, Run][] = []
  for (let pair = 0; pair < pairs; pair += 1) runs.push([await one(), await other()])
  return runs
}

export async function ceilingPart(shape: Shape, timing: Timing): Promise<Figure[]> {
  const run = await runFloor(shape, timing, false)
  return [figure('the ceiling: the floor without a database', 'visits/s', run.visitsPerSecond)]
}

/** Ours beside the floor. `atLeast`: the goal for visits per second, as a ratio. */
export async function pairsPart(shape: Shape, atLeast: number, repeat: Repeat): Promise<Figure[]> {
  const { pairs, timing, limits } = repeat
  const prepared = await prepare(shape)
  const runs = await inTurn(
    pairs,
    () => runFloor(shape, timing),
    () => runOurServer(prepared, shape, timing, limits),
  )
  const [floor, ours] = [runs.map(([run]) => run), runs.map(([, run]) => run)]
  const ratio = (of: (run: Run) => number) =>
    repeated(runs.map(([base, run]) => of(run) / of(base)))
  return [
    ...speeds('floor', floor),
    ...speeds('ours', ours),
    medianOf(
      'visits per second',
      '× the floor',
      ratio((run) => run.visitsPerSecond),
      { atLeast },
    ),
    medianOf(
      'click to the last board told, p99',
      '× the floor',
      ratio((run) => run.clickToBoard.p99),
      { atMost: 1.5 },
    ),
    ...toldFigures(ours),
    medianOf(
      'processor time a visit',
      '× the floor',
      ratio((run) => run.cpuPerVisit),
    ),
  ]
}

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
  const runs = await inTurn(pairs, run(empty), run(full))
  const each = (of: (run: Run) => number, which: 0 | 1) =>
    repeated(runs.map((pair) => of(pair[which])))
  const speed = (run: Run) => run.visitsPerSecond
  const start = (run: Run) => run.startedIn
  const past = `${pastVisits} past visits`
  return [
    medianOf('an empty office', 'visits/s', each(speed, 0)),
    medianOf(past, 'visits/s', each(speed, 1)),
    medianOf(
      `${past}, visits per second`,
      '× the empty office',
      repeated(runs.map(([one, other]) => speed(other) / speed(one))),
      { atLeast: 0.95 },
    ),
    medianOf(
      `${past}, processor time a visit`,
      '× the empty office',
      repeated(runs.map(([one, other]) => other.cpuPerVisit / one.cpuPerVisit)),
    ),
    medianOf('start to first answer, an empty office', 'ms', each(start, 0)),
    medianOf(`start to first answer, ${past}`, 'ms', each(start, 1)),
    medianOf(
      `${past}, start to first answer`,
      '× the empty office',
      repeated(runs.map(([one, other]) => start(other) / start(one))),
      { atMost: 1.25 },
    ),
  ]
}
