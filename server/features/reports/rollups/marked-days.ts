// Days of offices that are to be made anew. An office has its turn once it is quiet for a moment: what is
// made anew reads a whole day, and who works at full speed is not to wait for it.

/** How long nothing has happened in an office that is quiet, and after how long it has its turn anyway, ms. */
const QUIET = 1_000
const LONGEST = 60_000

interface Marked {
  readonly days: Set<string>
  /** When the first and the last of them were marked, by a clock that only goes on. */
  readonly first: number
  readonly last: number
}

export class MarkedDays {
  private readonly offices = new Map<string, Marked>()

  get size(): number {
    return this.offices.size
  }

  has(office: string): boolean {
    return this.offices.has(office)
  }

  mark(office: string, days: Iterable<string>, now = performance.now()): void {
    const { days: known, first } = this.offices.get(office) ?? { days: [], first: now }
    const all = new Set([...known, ...days])
    if (all.size > 0) this.offices.set(office, { days: all, first, last: now })
  }

  /** The offices whose turn it is. */
  due(now = performance.now()): string[] {
    return [...this.offices].flatMap(([office, { first, last }]) =>
      now - last >= QUIET || now - first >= LONGEST ? [office] : [],
    )
  }

  all(): string[] {
    return [...this.offices.keys()]
  }

  /** The days of an office, which are marked no more. */
  take(office: string): ReadonlySet<string> {
    const days = this.offices.get(office)?.days ?? new Set()
    this.offices.delete(office)
    return days
  }
}
