// Runs a server in the foreground until it ends or we are told to stop, and ends as it did.
import { spawn } from 'node:child_process'

/** How often to look whether npm is still there, ms. */
const LOOK_EVERY = 500

export function serve(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): void {
  const server = spawn(command, args, { env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => server.kill(signal))
  const watch = setInterval(() => {
    if (isLeftBehind()) server.kill('SIGTERM')
  }, LOOK_EVERY)
  server.once('error', (error) => {
    console.error(`${command}: ${error.message}`)
    process.exit(1)
  })
  server.once('close', (code) => {
    clearInterval(watch)
    process.exitCode = code ?? 1
  })
}

const parent = process.ppid

/**
 * A SIGTERM to npm ends npm and the shell between, but is not passed on: the server would live on
 * without anyone who knows it.
 */
function isLeftBehind(): boolean {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent
}
