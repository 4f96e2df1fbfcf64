// Care for a screen that shows the same for hours: everything moves a little, so slowly that nobody
// sees it move. Pure.

/** Each place is held for so long, ms. */
const HELD = 60_000
/** Two rounds that do not divide each other: hours pass before a place comes again. */
const ROUNDS = { x: 13, y: 17 } as const

/** Where everything stands at `at` (UTC ms): parts of the way to go, from -1 to 1 each. */
export function drift(at: number): { x: number; y: number } {
  const step = Math.floor(at / HELD)
  const along = (round: number): number => Math.cos((2 * Math.PI * (step % round)) / round)
  return { x: along(ROUNDS.x), y: along(ROUNDS.y) }
}
