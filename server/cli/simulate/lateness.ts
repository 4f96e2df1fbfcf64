// How late the simulator did what it had planned, by the server's own stamps: the price of speed.
export const ACTIONS = ['arrival', 'leaving', 'finish'] as const
export type Action = (typeof ACTIONS)[number]

export class Lateness {
  readonly #late: Record<Action, number[]> = { arrival: [], leaving: [], finish: [] }

  /** `late`: ms of the day's clock between the plan and what the server recorded. */
  add(action: Action, late: number): void {
    this.#late[action].push(late)
  }

  of(action: Action): readonly number[] {
    return this.#late[action]
  }

  all(): number[] {
    return ACTIONS.flatMap((action) => this.#late[action])
  }
}
