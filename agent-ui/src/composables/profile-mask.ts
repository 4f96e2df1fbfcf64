// What an agent takes, as it is asked for: a list, or null for everything there is and will be.

/** Those of `all` that are `chosen`, in the order of `all`; null when that is each of them. */
export function maskOf<T extends string>(all: readonly T[], chosen: readonly string[]): T[] | null {
  const taken = all.filter((each) => chosen.includes(each))
  return taken.length === all.length ? null : taken
}
