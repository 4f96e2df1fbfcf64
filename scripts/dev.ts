// `npm run dev`: the server from its sources, started again when one changes; it serves the pages
// through Vite, which reloads them in place.
import { existsSync } from 'node:fs'
import { serve } from './serve.ts'

const settingsFile = existsSync('.env') ? ['--env-file=.env'] : []
serve(
  'tsx',
  ['watch', '--clear-screen=false', ...settingsFile, 'server/main.ts', ...process.argv.slice(2)],
  { ...process.env, GUICHET_DEV: 'on' },
)
