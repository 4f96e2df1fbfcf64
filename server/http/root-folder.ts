// The repository's root, from the sources and from the compiled program alike.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function rootFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}
