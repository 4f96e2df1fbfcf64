// `npm start`: builds when a source is newer than the build, then runs the server until it is told
// to stop.
import { PROCESS_SETTINGS } from '../server/process-settings.ts'
import { build, isBuilt } from './build.ts'
import { serve } from './serve.ts'

if (!isBuilt()) {
  console.log('Building…')
  if (!(await build())) process.exit(1)
}
const { flags, env } = PROCESS_SETTINGS
const program = [...flags, '--enable-source-maps', 'dist/server/main.js', ...process.argv.slice(2)]
serve(process.execPath, program, {
  ...env,
  ...process.env,
})
