// npm run migrate: brings the database of DATABASE_URL up to date and says what was done.
import { readConfig } from '../config.ts'
import { connect } from '../db/connect.ts'
import { migrateUp } from '../db/migrate.ts'
import { commandLine } from './command-line.ts'

commandLine('npm run migrate', {})
const db = connect(readConfig().databaseUrl)
const names = await migrateUp(db)
await db.close()
console.log(
  names.length === 0 ? 'Already up to date.' : names.map((name) => `+ ${name}`).join('\n'),
)
