// What the boards were told of each call: how soon, how often, and whether at all.
import { performance } from 'node:perf_hooks'

export interface CallsTold {
  /** Calls made, each to be told to every board of its office once. */
  calls: number
  missed: number
  twice: number
}

interface Call {
  /** When the request was sent; null when its answer has not come yet. */
  sent: number | null
  measured: boolean
  /** How often each board was told. */
  boards: number[]
  lastTold: number
}

export class Calls {
  readonly #boards: number
  readonly #calls = new Map<string, Call>()

  /** `boards`: how many each office has. */
  constructor(boards: number) {
    this.#boards = boards
  }

  /** The call of `visit` was answered; its request went out at `sent`. */
  called(visit: string, sent: number, measured: boolean): void {
    Object.assign(this.#call(visit), { sent, measured })
  }

  /** A board was told; it may hear so before the agent does. */
  told(visit: string, board: number): void {
    const call = this.#call(visit)
    call.boards[board] = (call.boards[board] ?? 0) + 1
    call.lastTold = performance.now()
  }

  /** From each measured click to the last of its boards, ms. */
  waits(): number[] {
    const waits: number[] = []
    for (const { measured, sent, boards, lastTold } of this.#calls.values()) {
      if (measured && sent !== null && boards.every((times) => times > 0)) {
        waits.push(lastTold - sent)
      }
    }
    return waits
  }

  tally(): CallsTold {
    const told = [...this.#calls.values()].flatMap(({ boards }) => boards)
    return {
      calls: [...this.#calls.values()].filter(({ sent }) => sent !== null).length,
      missed: told.filter((times) => times === 0).length,
      twice: told.filter((times) => times > 1).length,
    }
  }

  #call(visit: string): Call {
    let call = this.#calls.get(visit)
    if (!call) {
      const boards = Array.from({ length: this.#boards }, () => 0)
      call = { sent: null, measured: false, boards, lastTold: 0 }
      this.#calls.set(visit, call)
    }
    return call
  }
}
