// What one change costs each screen on the wire while many people wait: a kiosk and an agent do one
// step after another, and everything that reaches one board and one desk is counted.
import { performance } from 'node:perf_hooks'
import { ours, type Listener, type Seat, type System } from './systems.ts'

export interface Bytes {
  mean: number
  max: number
}

const VISITS = 25
/** Silence after which a step's messages have all come, ms. */
const QUIET = 40

/** Bytes of each change to a board and a desk of `seat`'s office, with `waiting` people in line. */
export async function bytesPerChange(
  url: string,
  seat: Seat,
  waiting: number,
): Promise<Record<Listener, Bytes>> {
  const system: System = ours(url)
  const hands = system.hands(seat)
  for (let person = 0; person < waiting; person += 1) await hands.issue()

  const counted = { board: 0, desk: 0 }
  const steps: Record<Listener, number[]> = { board: [], desk: [] }
  let lastHeard = performance.now()
  const screens = (['board', 'desk'] as const).map((as) =>
    system.listen(seat, as, {
      onCall: () => undefined,
      onBytes: (bytes) => {
        counted[as] += bytes
        lastHeard = performance.now()
      },
    }),
  )
  const sockets = await Promise.all(screens)
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    counted.board = counted.desk = 0
    const result = await work()
    lastHeard = performance.now()
    while (performance.now() - lastHeard < QUIET) await new Promise((go) => setTimeout(go, QUIET))
    steps.board.push(counted.board)
    steps.desk.push(counted.desk)
    return result
  }
  for (let visit = 0; visit < VISITS; visit += 1) {
    await step(() => hands.issue())
    const called = await step(() => hands.call())
    if (called === null) throw new Error('nobody waits')
    await step(() => hands.begin(called))
    await step(() => hands.finish(called))
  }
  for (const socket of sockets) socket.disconnect()
  return { board: figures(steps.board), desk: figures(steps.desk) }
}

function figures(steps: number[]): Bytes {
  return {
    mean: steps.reduce((sum, bytes) => sum + bytes, 0) / steps.length,
    max: Math.max(...steps),
  }
}
