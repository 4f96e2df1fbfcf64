// From a body whose absent fields are `undefined` to a command that has only the fields given.

/** What of `T` may be absent is absent, never undefined. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The fields that were given. */
export function given<T extends object>(body: T): Given<T> {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined),
  ) as Given<T>
}
