// `npm run dev`: the server from its sources, started again when one changes; it serves the pages
// through Vite, which reloads them in place.
import { serve } from './serve.ts'

serve('tsx', ['watch', '--clear-screen=false', 'server/main.ts', ...process.argv.slice(2)], {
  ...process.env,
  GUICHET_DEV: 'on',
})
