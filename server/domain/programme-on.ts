// For whom a service is delivered: that may change from a day on, and figures and costs of the days
// before stay where they were.
import type { Service } from './settings.ts'

/** The code of the programme for which `service` is delivered on the office's day (YYYY-MM-DD). */
export function programmeOn(service: Service, day: string): string {
  const since = service.programmesFrom?.findLast(({ from }) => from <= day)
  return since?.programme ?? service.programme
}
