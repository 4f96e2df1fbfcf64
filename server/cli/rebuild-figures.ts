// npm run rebuild-figures: makes the rollups of every office anew from its visits, or of one:
// `-- --office victoria`. The server may go on meanwhile.
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { connect } from '../db/connect.ts'
import { officeCodes } from '../features/offices/office-store.ts'
import { rebuildRollups } from '../features/reports/rollups/make-rollups.ts'

const { values } = parseArgs({ options: { office: { type: 'string' } } })
const db = connect(readConfig().databaseUrl)
const known = await officeCodes(db.reader)
const offices = values.office === undefined ? known : known.filter((code) => code === values.office)
if (offices.length === 0) {
  console.error(`there is no office ${values.office ?? 'at all'}`)
  process.exitCode = 1
}
for (const office of offices) {
  const begun = performance.now()
  const days = await rebuildRollups(db, office, Date.now())
  console.log(`${office}: ${days} days in ${Math.round(performance.now() - begun)} ms`)
}
await db.close()
