// Drives one running program: agents who each issue, call, begin and finish without pause, boards
// and desks that listen. A process of its own, so that what it costs is not the server's. Takes a
// `Drive` as JSON on its standard input and prints a `Driven` as JSON.
import { performance } from 'node:perf_hooks'
import { json } from 'node:stream/consumers'
import { Calls, type CallsTold } from './calls.ts'
import { spread, type Spread } from './percentiles.ts'
import { floor, ours, STEPS, type Hands, type Seat, type Step, type System } from './systems.ts'

export interface Drive {
  system: 'floor' | 'ours'
  url: string
  /** One for each agent. */
  seats: Seat[]
  warmUpSeconds: number
  seconds: number
}

export interface Driven {
  visitsPerSecond: number
  steps: Record<Step, Spread>
  /** From the request to call being sent until the last board of the office was told, ms. */
  clickToBoard: Spread
  told: CallsTold
  /** Processor time this driver took, share of one core. */
  driverLoad: number
  nobodyWaiting: number
}

const BOARDS = 2
const STRAGGLERS_MS = 1_500

interface Timed {
  measuring: boolean
  visits: number
  nobodyWaiting: number
  steps: Record<Step, number[]>
}

async function drive({ system: name, url, ...plan }: Drive): Promise<Driven> {
  const system: System = name === 'floor' ? floor(url) : ours(url)
  const calls = new Calls(BOARDS)
  const sockets = await Promise.all([
    ...offices(plan.seats).flatMap((seat) =>
      Array.from({ length: BOARDS }, (_, board) =>
        system.listen(seat, 'board', {
          onCall: (visit) => {
            calls.told(`${seat.office} ${visit}`, board)
          },
        }),
      ),
    ),
    ...plan.seats.map((seat) => system.listen(seat, 'desk', { onCall: () => undefined })),
  ])

  const timed: Timed = {
    measuring: false,
    visits: 0,
    nobodyWaiting: 0,
    steps: { issue: [], call: [], begin: [], finish: [] },
  }
  let isOver = false
  const agents = plan.seats.map(async (seat) => {
    const hands = system.hands(seat)
    while (!isOver) await oneVisit(seat, hands, timed, calls)
  })

  await pause(plan.warmUpSeconds * 1_000)
  timed.measuring = true
  const [from, load] = [performance.now(), process.cpuUsage()]
  await pause(plan.seconds * 1_000)
  timed.measuring = false
  const [seconds, used] = [(performance.now() - from) / 1_000, process.cpuUsage(load)]
  isOver = true
  await Promise.all(agents)
  await pause(STRAGGLERS_MS)
  for (const socket of sockets) socket.disconnect()

  return {
    visitsPerSecond: timed.visits / seconds,
    steps: Object.fromEntries(STEPS.map((step) => [step, spread(timed.steps[step])])) as Record<
      Step,
      Spread
    >,
    clickToBoard: spread(calls.waits()),
    told: calls.tally(),
    driverLoad: (used.user + used.system) / 1e6 / seconds,
    nobodyWaiting: timed.nobodyWaiting,
  }
}

async function oneVisit(seat: Seat, hands: Hands, timed: Timed, calls: Calls): Promise<void> {
  const step = async <T>(name: Step, work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await work()
    if (timed.measuring) timed.steps[name].push(performance.now() - from)
    return result
  }
  await step('issue', () => hands.issue())
  const sent = performance.now()
  const visit = await step('call', () => hands.call())
  if (visit === null) {
    timed.nobodyWaiting += 1
    return
  }
  calls.called(`${seat.office} ${visit}`, sent, timed.measuring)
  await step('begin', () => hands.begin(visit))
  await step('finish', () => hands.finish(visit))
  if (timed.measuring) timed.visits += 1
}

function offices(seats: Seat[]): Seat[] {
  return [...new Map(seats.map((seat) => [seat.office, seat])).values()]
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

console.log(JSON.stringify(await drive((await json(process.stdin)) as Drive)))
