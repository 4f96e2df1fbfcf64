// Runs one program in the foreground, as a shell would, and says how it ended.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Ends it by force after so many milliseconds. */
  readonly timeout?: number
}

/** True when `command` ended with exit code 0. What it prints goes where ours goes. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<boolean> {
  const child = spawn(command, args, {
    env: { ...process.env, ...options.env },
    stdio: 'inherit',
    timeout: options.timeout,
    killSignal: 'SIGKILL',
  })
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    return code === 0
  } catch (error) {
    console.error(`${command}: ${(error as Error).message}`)
    return false
  }
}
