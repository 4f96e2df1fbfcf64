// What was worked out about the latest moments of each office, for whoever asks the same of them again.
// Not a WeakMap by state: V8 lets go of what one holds only when it collects the whole heap, and with each
// fact an office is a new one. Everything that ever was of a busy morning would be copied from young to old.

/** As many as a commit and what it was before are asked about, with one to spare on either side. */
const MOMENTS = 4

interface Remembered<Value> {
  readonly of: object
  readonly value: Value
}

/**
 * `make`, asked once for each of the latest moments of an office. `by`: what of it the answer rests on,
 * and is replaced, never altered, when that changes; `more` goes without saying once that is known.
 */
export function remembered<Moment, Value, More extends readonly unknown[] = []>(
  make: (moment: Moment, ...more: More) => Value,
  { office, by }: { office: (moment: Moment) => string; by: (moment: Moment) => object },
): (moment: Moment, ...more: More) => Value {
  const offices = new Map<string, Remembered<Value>[]>()
  return (moment, ...more) => {
    const of = by(moment)
    let latest = offices.get(office(moment))
    if (!latest) offices.set(office(moment), (latest = []))
    for (const each of latest) if (each.of === of) return each.value
    const value = make(moment, ...more)
    latest.unshift({ of, value })
    if (latest.length > MOMENTS) latest.pop()
    return value
  }
}
