// The program: read the settings, bring the database up to date, listen, stop cleanly.
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { runningClock } from './clock.ts'
import { seedProvince } from './cli/seed-province.ts'
import { seedRates } from './cli/seed-rates.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { connect } from './db/connect.ts'
import { migrateUp } from './db/migrate.ts'
import { zoneDataFault } from './domain/office-time.ts'
import { secretOf } from './features/devices/devices.ts'
import { officeCodes } from './features/offices/office-store.ts'
import { linksText } from './links.ts'

// Else V8 learns from one export to put all that the next ones make where it is cleared away last.
setFlagsFromString('--no-allocation-site-pretenuring')

async function main(): Promise<void> {
  const config = readConfig()
  const fault = zoneDataFault()
  if (fault !== null) throw new ConfigError([fault])
  const log = pino({ level: config.logLevel, base: null })
  const clock = runningClock(config.clock?.start, config.clock?.speed)
  const db = connect(config.databaseUrl)
  await migrateUp(db)
  const secret = await secretOf(db, config.secret)
  if (config.mode === 'demo' && (await officeCodes(db.reader)).length === 0) {
    const { seedPassword: password, mediaFolder } = config
    await seedProvince(db, clock, { password, mediaFolder })
    await seedRates(db, { since: clock.now(), now: clock.now() })
  }
  const tls = config.tls && {
    cert: readFileSync(config.tls.cert, 'utf8'),
    key: readFileSync(config.tls.key, 'utf8'),
  }
  const app = await createApp({ config, db, clock, log, secret, ...(tls ? { tls } : {}) })
  await app.open()
  await new Promise<void>((resolve, reject) => {
    app.http.once('error', reject)
    app.http.listen(config.port, config.host, resolve)
  })
  const origin = originOf(config, app.http.address() as AddressInfo)
  process.stdout.write(await linksText(app, db, config, origin))

  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    void app
      .close()
      .then(() => db.close())
      .then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function originOf(config: Config, { port }: AddressInfo): string {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return `${config.tls ? 'https' : 'http'}://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
}

main().catch((error: unknown) => {
  const lines = error instanceof ConfigError ? error.faults : [startFault(error)]
  for (const line of lines) console.error(`Guichet cannot start. ${line}`)
  process.exit(1)
})

/** Codes of SQLite, of the way to PostgreSQL, and of PostgreSQL refusing the account or the name. */
const OF_THE_DATABASE = /^(SQLITE_|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|28|3D)/

/** Why the program cannot start, in one line a person can act on. */
function startFault(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE') return 'PORT: another program listens there already'
  if (code === 'EACCES') return 'PORT: this account may not listen there'
  if (code !== undefined && OF_THE_DATABASE.test(code)) {
    return `DATABASE_URL: ${message ? message : code}`
  }
  return String(message ?? error)
}
