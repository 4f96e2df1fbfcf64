// Where a page that the server writes finds its script and its style: by their built names, or from
// the sources in development.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from './root-folder.ts'

export interface PageAssets {
  readonly script: string | null
  readonly styles: readonly string[]
}

type Manifest = Readonly<Record<string, { file: string; css?: string[] } | undefined>>

/** `entry`: path of its script, from the root; its style lies beside it in development. */
export function pageAssets(entry: string, style: string, options: { dev: boolean }): PageAssets {
  if (options.dev) return { script: `/${entry}`, styles: [`/${style}`] }
  const built = manifest()[entry]
  // Not built: the page can be read all the same.
  if (!built) return { script: null, styles: [] }
  return { script: `/${built.file}`, styles: (built.css ?? []).map((file) => `/${file}`) }
}

function manifest(): Manifest {
  try {
    const file = join(rootFolder(), 'dist', 'pages', '.vite', 'manifest.json')
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest
  } catch {
    return {}
  }
}
