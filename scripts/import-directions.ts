// The directions in which this house imports, as an ESLint rule. The table is the law; a folder
// that is not in it may import nothing of ours.
import { dirname, relative, resolve, sep } from 'node:path'
import type { Rule } from 'eslint'

const ROOT = resolve(import.meta.dirname, '..')

interface Reach {
  /** Areas this one may import, besides itself. */
  readonly areas: readonly string[]
  /** Packages and Node modules it may import. Absent: any. */
  readonly packages?: RegExp
}

const BASE = ['server/errors', 'server/clock', 'server/log']
const EVERYTHING = [
  'server',
  'scripts',
  'migrations',
  'kiosk',
  'display',
  'agent-ui',
  'vite.config',
]
const PAGES: Reach = { areas: ['server/protocol'], packages: /^(?!node:|electron$)/ }
const NONE = /(?!)/
const PRELOAD = /^electron$/
const SHELL = /^(kiosk|agent-ui)\/(main|preload|shell)\//

// The most particular name wins: `kiosk/main` (Electron, which is Node) over `kiosk` (a page).
const REACH: Readonly<Record<string, Reach>> = {
  kiosk: PAGES,
  display: PAGES,
  'agent-ui': PAGES,
  'kiosk/bridge': { areas: ['server/protocol'], packages: NONE },
  'kiosk/main': { areas: ['kiosk/bridge', 'kiosk/shell', 'server/protocol'] },
  'kiosk/preload': { areas: ['kiosk/bridge', 'kiosk/shell', 'server/protocol'], packages: PRELOAD },
  'agent-ui/bridge': { areas: [], packages: NONE },
  'agent-ui/main': { areas: ['agent-ui/bridge', 'kiosk/shell'] },
  'agent-ui/preload': { areas: ['agent-ui/bridge', 'kiosk/shell'], packages: PRELOAD },
  // What both programs have: Electron is handed in, as everywhere.
  'kiosk/shell': { areas: [] },
  migrations: { areas: [], packages: /^knex$/ },
  'server/domain': { areas: [], packages: /^immutable$/ },
  'server/protocol': { areas: ['server/domain'], packages: /^(zod|socket\.io-client)$/ },
  'server/db': { areas: ['server/domain', ...BASE] },
  'server/office': { areas: ['server/domain', 'server/db', 'server/live', ...BASE] },
  'server/live': { areas: ['server/protocol', ...BASE] },
  // Who may do what (permissions) is a rule of the domain; the wire carries it, HTTP asks it.
  'server/http': { areas: ['server/protocol', 'server/domain', ...BASE] },
  'server/features': {
    areas: [
      ...['server/office', 'server/domain', 'server/db', 'server/protocol'],
      ...['server/live', 'server/http', ...BASE],
    ],
  },
  'server/errors': { areas: ['server/protocol'] },
  'server/clock': { areas: [] },
  'server/log': { areas: [] },
  'server/config': { areas: BASE },
  'server/app': { areas: EVERYTHING },
  'server/main': { areas: EVERYTHING },
  'server/cli': { areas: EVERYTHING },
  scripts: { areas: EVERYTHING },
  tests: { areas: EVERYTHING },
}

/** Why the file at `from` may not import `specifier`, or null when it may. Paths are absolute. */
export function refusal(from: string, specifier: string): string | null {
  const area = areaOf(from)
  const reach = REACH[area]
  if (!reach) return null
  const target = targetOf(from, specifier)
  if (!target)
    return (reach.packages?.test(specifier) ?? true) ? null : `${area} may not import ${specifier}`
  if (isWithin(target, 'tests') && area !== 'tests') return 'nothing imports tests'
  if (isWithin(target, 'server/main')) return 'nothing imports main'
  if (reach === PAGES && SHELL.test(target)) return 'a page does not import its shell'
  const allowed = [area, ...reach.areas].some((name) => isWithin(target, name))
  return allowed ? null : `${area} may not import ${target}`
}

/** The file an import means, from the root and without its ending; null for a package. */
function targetOf(from: string, specifier: string): string | null {
  const alias = /^#(protocol|server)(?:\/(.*))?$/.exec(specifier)
  if (alias)
    return ['server', alias[1] === 'protocol' ? 'protocol' : '', alias[2] ?? '']
      .filter(Boolean)
      .join('/')
  return specifier.startsWith('.') ? fromRoot(resolve(dirname(from), specifier)) : null
}

function areaOf(file: string): string {
  const path = fromRoot(file)
  const names = Object.keys(REACH).filter((name) => isWithin(path, name))
  return names.sort((a, b) => b.length - a.length)[0] ?? ''
}

function isWithin(path: string, area: string): boolean {
  return path === area || path.startsWith(`${area}/`)
}

function fromRoot(file: string): string {
  return relative(ROOT, file)
    .split(sep)
    .join('/')
    .replace(/\.[a-z]+$/, '')
}

interface Importing {
  readonly source?: { readonly value?: unknown } | null
}

export const importDirections: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node: Rule.Node): void => {
      const specifier = (node as Importing).source?.value
      if (typeof specifier !== 'string') return
      const message = refusal(context.filename, specifier)
      if (message) context.report({ node, message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}
