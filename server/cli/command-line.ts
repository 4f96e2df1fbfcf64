// What was typed after the name of a command: read, or told how it should have been.
import { parseArgs, type ParseArgsConfig } from 'node:util'

/**
 * As `parseArgs`. `--help` prints `usage` and ends the process with 0; what the command does not know,
 * with 2 and a line that says so.
 */
export function commandLine<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((each) => each === '--help' || each === '-h')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parseArgs(config)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(usage)
    process.exit(2)
  }
}
