// What reading rows takes everywhere.

/** Databases bound the number of parameters of one statement. */
export async function inParts<Row>(
  ids: readonly string[],
  query: (part: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < ids.length; at += 500) rows.push(...(await query(ids.slice(at, at + 500))))
  return rows
}

/** A list that lies in a cell as JSON; null as null. */
export function list<T>(cell: string | null): T[] | null {
  return cell === null ? null : (JSON.parse(cell) as T[])
}
