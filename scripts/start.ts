// `npm start`: builds when a source is newer than the build, then runs the server until it is told
// to stop.
import { existsSync } from 'node:fs'
import { build, isBuilt } from './build.ts'
import { serve } from './serve.ts'

// Hashing a password and syncing the database share libuv's threads; four are too few.
const SETTINGS = { UV_THREADPOOL_SIZE: '8' }

if (!isBuilt()) {
  console.log('Building…')
  if (!(await build())) process.exit(1)
}
const settingsFile = existsSync('.env') ? ['--env-file=.env'] : []
serve(
  process.execPath,
  ['--enable-source-maps', ...settingsFile, 'dist/server/main.js', ...process.argv.slice(2)],
  { ...SETTINGS, ...process.env },
)
