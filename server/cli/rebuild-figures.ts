// Makes the rollups of every office anew from its visits, or of one. The server may go on meanwhile.
import { readConfig } from '../config.ts'
import { connect } from '../db/connect.ts'
import { officeCodes } from '../features/offices/office-store.ts'
import { rebuildRollups } from '../features/reports/rollups/make-rollups.ts'
import { commandLine } from './command-line.ts'

const { values } = commandLine('npm run rebuild-figures -- [--office CODE]', {
  options: { office: { type: 'string' } },
})
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
