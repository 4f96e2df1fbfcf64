// `npm start`: builds when a source is newer than the build, then runs the server until it is told
// to stop.
import { build, isBuilt } from './build.ts'
import { serve } from './serve.ts'

// Hashing a password and syncing the database share libuv's threads; four are too few.
const SETTINGS = { UV_THREADPOOL_SIZE: '8' }

if (!isBuilt()) {
  console.log('Building…')
  if (!(await build())) process.exit(1)
}
serve(process.execPath, ['--enable-source-maps', 'dist/server/main.js', ...process.argv.slice(2)], {
  ...SETTINGS,
  ...process.env,
})
