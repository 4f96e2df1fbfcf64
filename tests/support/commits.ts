// How many durable commits a database has seen, counted by what they leave behind.
import { readFileSync } from 'node:fs'
import type { Database } from '../../server/db/connect.ts'

const WAL_HEADER = 32
const FRAME_HEADER = 24

/** Commits so far: compare two counts, between which no checkpoint may come. */
export async function countCommits(db: Database): Promise<number> {
  if (db.kind === 'sqlite') return commitFrames(`${db.url.slice('sqlite:'.length)}-wal`)
  // Rows written by one transaction carry its number.
  const { rows } = await db.reader.raw<{ rows: { count: number }[] }>(
    'SELECT count(DISTINCT xmin::text) AS count FROM facts',
  )
  return Number(rows[0]?.count)
}

/** The last frame of each commit of a write-ahead log says how large the database is then. */
function commitFrames(file: string): number {
  const wal = readFileSync(file)
  const frame = FRAME_HEADER + wal.readUInt32BE(8)
  const salts = wal.subarray(16, 24)
  let commits = 0
  for (let at = WAL_HEADER; at + frame <= wal.length; at += frame) {
    const isOld = !wal.subarray(at + 8, at + 16).equals(salts)
    if (isOld) break
    if (wal.readUInt32BE(at + 4) !== 0) commits += 1
  }
  return commits
}
