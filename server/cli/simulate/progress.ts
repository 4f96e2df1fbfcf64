// Says now and then how far the day has come, while it is played.
import { wallClock } from '../../domain/office-time.ts'
import type { DayClock } from './scheduler.ts'
import type { Tally } from './tally.ts'

const EVERY = 15_000

/** Prints a line every few real seconds until called off. */
export function sayProgress(tally: Tally, clock: DayClock, zone: string): () => void {
  const timer = setInterval(() => {
    const { day, minute } = wallClock(clock.now(), zone)
    const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'))
    const people = tally.all()
    const ended = people.filter(({ ending }) => ending !== null).length
    const said = `${people.length} have come, ${people.length - ended} are here`
    console.error(`  ${day} ${time.join(':')}  ${said}`)
  }, EVERY)
  return () => {
    clearInterval(timer)
  }
}
