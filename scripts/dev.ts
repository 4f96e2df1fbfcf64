// `npm run dev`: the server from its sources, started again when one changes; it serves the pages
// through Vite, which reloads them in place.
import { run } from './run.ts'

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
const args = [
  'watch',
  '--clear-screen=false',
  '--env-file-if-exists=.env',
  'server/main.ts',
  ...process.argv.slice(2),
]
process.exitCode = (await run('tsx', args, { env: { GUICHET_DEV: 'on' } })) ? 0 : 1
