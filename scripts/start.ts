// `npm start`: builds when a source is newer than the build, then runs the server until it is told
// to stop.
import { spawn } from 'node:child_process'
import { build, isBuilt } from './build.ts'

// Hashing a password and syncing the database share libuv's threads; four are too few.
const SETTINGS = { UV_THREADPOOL_SIZE: '8' }

if (!isBuilt()) {
  console.log('Building…')
  if (!(await build())) process.exit(1)
}
const server = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    '--env-file-if-exists=.env',
    'dist/server/main.js',
    ...process.argv.slice(2),
  ],
  { env: { ...SETTINGS, ...process.env }, stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => server.kill(signal))
server.on('close', (code) => {
  process.exitCode = code ?? 1
})
