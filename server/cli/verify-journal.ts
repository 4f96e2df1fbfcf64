// npm run verify-journal: recomputes the hashes of every office's journal. Exit code 1 when one
// does not fit: somebody has changed history behind the database's back.
import { readConfig } from '../config.ts'
import { connect } from '../db/connect.ts'
import { verifyJournal } from '../db/journal.ts'
import { officeCodes } from '../features/offices/office-store.ts'
import { commandLine } from './command-line.ts'

commandLine('npm run verify-journal', {})
const db = connect(readConfig().databaseUrl)
for (const office of await officeCodes(db.reader)) {
  const { facts, brokenAt } = await verifyJournal(db.reader, office)
  if (brokenAt === null) {
    console.log(`${office}: ${facts} facts, whole`)
  } else {
    console.log(`${office}: broken at fact ${brokenAt}, ${facts} before it are whole`)
    process.exitCode = 1
  }
}
await db.close()
