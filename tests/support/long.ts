// Tests that can run longer than `npm test` has time for. Put `@long` in the title: `npm run
// test:long` runs those, with their long counts, and keeps the result in tests/long-results.json.
import { it, type AsyncFunc, type Func } from 'mocha'

const IS_LONG = process.env.GUICHET_LONG === '1'

/** How many rounds to run: `few` in `npm test`, `many` in `npm run test:long`. */
export function rounds(few: number, many: number): number {
  return IS_LONG ? many : few
}

/** A test only for `npm run test:long`: elsewhere it is not declared at all. */
export function itLong(title: string, test: Func | AsyncFunc): void {
  if (IS_LONG) it(`${title} @long`, test)
}
