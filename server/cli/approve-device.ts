// npm run approve-device -- CODE --office CODE --kind kiosk|display --name "Kiosk 1"
// Approves the device that shows this code, in the database of DATABASE_URL. The device hears of it
// within a second or two.
import { v7 as newId } from 'uuid'
import { runningClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { connect } from '../db/connect.ts'
import { DEVICE_KINDS } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { Devices } from '../features/devices/devices.ts'
import { Enrolments } from '../features/devices/enrolments.ts'
import { officeCodes } from '../features/offices/office-store.ts'
import { commandLine } from './command-line.ts'

const USAGE = 'npm run approve-device -- CODE --office victoria --kind kiosk --name "Kiosk 1"'

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    office: { type: 'string' },
    kind: { type: 'string', default: 'kiosk' },
    name: { type: 'string' },
  },
})

async function approve(): Promise<string> {
  const [code] = positionals
  const { office, name } = values
  const kind = DEVICE_KINDS.find((each) => each === values.kind)
  if (!code || !office || !name || !kind) throw new Error(USAGE)
  const { databaseUrl, clock: set } = readConfig()
  const clock = runningClock(set?.start, set?.speed)
  const db = connect(databaseUrl)
  try {
    if (!(await officeCodes(db.reader)).includes(office)) throw new AppError('office-unknown')
    // It signs nothing: the server makes the token.
    const enrolments = new Enrolments(db, clock, new Devices(db, clock, ''))
    await enrolments.approve(code, { id: newId(), office, kind, name })
  } finally {
    await db.close()
  }
  return `${name} is now a ${kind} of ${office}.`
}

try {
  console.log(await approve())
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
