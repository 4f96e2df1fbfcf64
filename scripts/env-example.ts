// `node scripts/env-example.ts` writes .env.example from the settings of server/config.ts; a test
// compares the two.
import { writeFileSync } from 'node:fs'
import { SETTINGS } from '../server/config.ts'

/** Every setting with what it means and, where it has one, its default; all commented out. */
export function envExample(): string {
  const settings = Object.entries(SETTINGS).map(([name, { doc, schema }]) => {
    const result = schema.safeParse(undefined)
    return `# ${doc}\n# ${name}=${asText(result.data)}\n`
  })
  return ['# Copy to .env and take the # off what you set.\n', ...settings].join('\n')
}

function asText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

if (import.meta.main) writeFileSync('.env.example', envExample())
