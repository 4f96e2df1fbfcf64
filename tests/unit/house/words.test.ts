// The words of this house: a citizen is nothing else, and every module says what it is for.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, it } from 'mocha'

const ROOT = resolve(import.meta.dirname, '../../..')
const FOLDERS = '{server,migrations,scripts,kiosk,display,agent-ui,tests}'
const OURS = ['tests/unit/house/words.test.ts']

/** Never right, in any name or sentence. */
const BANNED = /customers?|clerks?|usagers?/i
/** Right for a program that asks a server and for an account's name; never for a person served. */
const DOUBTFUL = /(?<![\w-])(clients?|users?)(?![\w-])/i
const FAIR =
  /user[ -]?names?|user[ -]agents?|socket\.io-client|prom-client|http client|(small|framework-free|socket|program as a) client|\.client\b|client: '\w+'|vite\/client|postgres:\/\/user@/gi
const WHERE_CITIZENS_ARE = [
  'server/{domain,protocol,office,features}/**/*.ts',
  'migrations/*.ts',
  '{kiosk,display,agent-ui}/src/**/*.{ts,vue}',
]

function linesOf(patterns: string | string[]): { at: string; text: string }[] {
  const files = globSync(patterns, { cwd: ROOT }).filter((file) => !OURS.includes(file))
  return files.flatMap((file) =>
    readFileSync(resolve(ROOT, file), 'utf8')
      .split('\n')
      .map((text, index) => ({ at: `${file}:${index + 1}`, text })),
  )
}

describe('the words of this house', () => {
  it('has no other word for a citizen', () => {
    const found = linesOf([`${FOLDERS}/**/*.{ts,vue,html,css,md}`, '*.md']).filter(({ text }) =>
      BANNED.test(text),
    )
    assert.deepEqual(found, [])
  })

  it('calls nobody a client or a user where people are spoken of', () => {
    const found = linesOf(WHERE_CITIZENS_ARE).filter(({ text }) =>
      DOUBTFUL.test(text.replaceAll(FAIR, '')),
    )
    assert.deepEqual(found, [])
  })

  it('opens every module with what it is for (a migration says it at its up, a test where it describes)', () => {
    const modules = globSync(`${FOLDERS}/**/*.{ts,vue}`, {
      cwd: ROOT,
      exclude: ['migrations/**', '**/*.test.ts'],
    })
    const silent = modules.filter((file) => {
      const start = readFileSync(resolve(ROOT, file), 'utf8').replace(/^<script[^>]*>\n/, '')
      return !/^(\/\/|\/\*\*|<!--)/.test(start)
    })
    assert.deepEqual(silent, [])
  })
})
