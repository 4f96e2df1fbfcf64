// The house rules bite: sample text under a made-up path is refused, and the like that is fair is
// not. Rules that need types are left out, since a made-up file is in no project.
import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { ESLint } from 'eslint'
import { describe, it } from 'mocha'
import { refusal } from '../../../scripts/import-directions.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

describe('the directions of imports', () => {
  const REFUSED: [from: string, specifier: string][] = [
    ['kiosk/src/screens/Ticket.vue', '../../../server/domain/visit.ts'],
    ['kiosk/src/screens/Ticket.vue', '../../../display/src/board.ts'],
    ['kiosk/src/screens/Ticket.vue', '#server/clock'],
    ['display/src/board.ts', 'node:fs'],
    ['agent-ui/src/desk.ts', '../../kiosk/src/ticket.ts'],
    ['agent-ui/main/window.ts', '../src/desk.ts'],
    ['agent-ui/main/window.ts', '../preload/preload.ts'],
    ['agent-ui/preload/expose.ts', '../main/window.ts'],
    ['agent-ui/preload/expose.ts', 'node:fs'],
    ['agent-ui/src/desk.ts', '../main/window.ts'],
    ['agent-ui/src/desk.ts', '../preload/expose.ts'],
    ['agent-ui/src/desk.ts', 'electron'],
    ['agent-ui/bridge.ts', 'electron'],
    ['kiosk/src/KioskApp.vue', '../shell/guard.ts'],
    ['kiosk/main/main.ts', '../../agent-ui/main/window.ts'],
    ['kiosk/shell/guard.ts', '../bridge.ts'],
    ['server/domain/visit.ts', 'knex'],
    ['server/domain/visit.ts', 'node:crypto'],
    ['server/domain/visit.ts', 'zod'],
    ['server/domain/visit.ts', '../protocol/views.ts'],
    ['server/protocol/live.ts', '../db/journal.ts'],
    ['server/protocol/live.ts', 'express'],
    ['server/db/journal.ts', '../office/door.ts'],
    ['server/db/journal.ts', '../protocol/views.ts'],
    ['server/office/door.ts', '../features/desk/desk-routes.ts'],
    ['server/office/door.ts', '../http/route.ts'],
    ['server/live/publisher.ts', '../db/journal.ts'],
    ['server/live/publisher.ts', '../features/desk/desk-routes.ts'],
    ['server/http/route.ts', '../db/connect.ts'],
    ['server/features/desk/desk-routes.ts', '../../app.ts'],
    ['server/features/desk/desk-routes.ts', '../../config.ts'],
    ['server/features/desk/desk-routes.ts', '../../../tests/support/databases.ts'],
    ['server/app.ts', './main.ts'],
    ['tests/integration/desk.test.ts', '../../server/main.ts'],
    ['scripts/pictures.ts', '../tests/support/browser.ts'],
    ['migrations/20261201T0900_add_notes.ts', '../server/db/connect.ts'],
    ['migrations/20261201T0900_add_notes.ts', 'node:fs'],
  ]
  for (const [from, specifier] of REFUSED)
    it(`refuses ${specifier} in ${from}`, () => {
      assert.ok(refusal(resolve(ROOT, from), specifier))
    })

  const ALLOWED: [from: string, specifier: string][] = [
    ['kiosk/src/screens/Ticket.vue', '#protocol'],
    ['kiosk/src/screens/Ticket.vue', '../components/TicketNumber.vue'],
    ['kiosk/main/window.ts', 'node:path'],
    ['agent-ui/main/main.ts', 'electron'],
    ['kiosk/main/main.ts', '../shell/guard.ts'],
    ['agent-ui/main/main.ts', '../../kiosk/shell/guard.ts'],
    ['agent-ui/main/channels.ts', '../bridge.ts'],
    ['agent-ui/preload/expose.ts', '../bridge.ts'],
    ['agent-ui/src/composables/desktop.ts', '../../bridge.ts'],
    ['server/domain/visit.ts', './segments.ts'],
    ['server/domain/state.ts', 'immutable'],
    ['server/protocol/live.ts', 'socket.io-client'],
    ['server/features/desk/desk-routes.ts', '../../office/door.ts'],
    ['server/features/desk/desk-routes.ts', '../../http/route.ts'],
    ['server/main.ts', './app.ts'],
    ['migrations/20261201T0900_add_notes.ts', 'knex'],
    ['tests/integration/desk.test.ts', '#server/app'],
  ]
  for (const [from, specifier] of ALLOWED)
    it(`allows ${specifier} in ${from}`, () => {
      assert.equal(refusal(resolve(ROOT, from), specifier), null)
    })
})

const RULES = new Set([
  'guichet/import-directions',
  'no-console',
  'no-restricted-globals',
  'no-restricted-properties',
  'no-restricted-syntax',
  'vuejs-accessibility/alt-text',
  '@typescript-eslint/no-explicit-any',
])

describe('the house rules in ESLint', function () {
  this.timeout(60_000)
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => RULES.has(ruleId),
  })

  const CASES: [what: string, rule: string, path: string, text: string][] = [
    [
      'an import against the direction',
      'guichet/import-directions',
      'server/domain/made-up.ts',
      `export { connect } from '../db/connect.ts'\n`,
    ],
    [
      'an import against the direction in a page',
      'guichet/import-directions',
      'display/src/MadeUp.vue',
      `<script setup lang="ts">\nimport { connect } from '../../server/db/connect.ts'\nconnect('x')\n</script>\n<template><p /></template>\n`,
    ],
    [
      'an import on demand against the direction',
      'guichet/import-directions',
      'server/live/made-up.ts',
      `export const later = () => import('../features/commands.ts')\n`,
    ],
    [
      'the time of day in the rules',
      'no-restricted-syntax',
      'server/domain/made-up.ts',
      'export const at = Date.now()\n',
    ],
    [
      'today in the rules',
      'no-restricted-syntax',
      'server/domain/made-up.ts',
      'export const at = new Date()\n',
    ],
    [
      'chance in the rules',
      'no-restricted-syntax',
      'server/domain/made-up.ts',
      'export const chance = Math.random()\n',
    ],
    [
      'a timer in the rules',
      'no-restricted-globals',
      'server/domain/made-up.ts',
      'setTimeout(() => undefined, 1)\n',
    ],
    [
      'a setting read outside config.ts',
      'no-restricted-properties',
      'server/http/made-up.ts',
      'export const port = process.env.PORT\n',
    ],
    [
      'an emit outside server/live',
      'no-restricted-syntax',
      'server/features/desk/made-up.ts',
      `export const tell = (io: { emit(name: string): void }) => io.emit('office:changed')\n`,
    ],
    [
      'an emit in a page',
      'no-restricted-syntax',
      'display/src/made-up.ts',
      `export const tell = (io: { emit(name: string): void }) => io.emit('office:watch')\n`,
    ],
    ['a default export', 'no-restricted-syntax', 'server/live/made-up.ts', 'export default 1\n'],
    ['a print in the server', 'no-console', 'server/office/made-up.ts', `console.log('here')\n`],
    ['any', '@typescript-eslint/no-explicit-any', 'server/made-up.ts', 'export const x: any = 1\n'],
    [
      'an image without words',
      'vuejs-accessibility/alt-text',
      'kiosk/src/MadeUp.vue',
      '<script setup lang="ts"></script>\n<template><img src="a.png" /></template>\n',
    ],
  ]
  for (const [what, rule, path, text] of CASES)
    it(`refuses ${what} (${path})`, async () => {
      const [result] = await eslint.lintText(text, { filePath: resolve(ROOT, path) })
      const rules = result?.messages.map((message) => message.ruleId)
      assert.ok(rules?.includes(rule), `only ${JSON.stringify(result?.messages)}`)
    })

  it('does not let a comment switch a rule off', async () => {
    const text = '/* eslint-disable */\nexport const at = Date.now()\n'

    const [result] = await eslint.lintText(text, {
      filePath: resolve(ROOT, 'server/domain/made-up.ts'),
    })

    assert.ok(result?.messages.some((message) => message.ruleId === 'no-restricted-syntax'))
  })

  it('lets the rules make a Date of an instant, live emit and config read settings', async () => {
    const fair = [
      ['server/domain/made-up.ts', 'export const at = (now: number) => new Date(now)\n'],
      [
        'server/live/made-up.ts',
        `export const tell = (io: { emit(name: string): void }) => io.emit('office:changed')\n`,
      ],
      ['server/config.ts', 'export const port = process.env.PORT\n'],
    ] as const
    for (const [path, text] of fair) {
      const [result] = await eslint.lintText(text, { filePath: resolve(ROOT, path) })
      assert.deepEqual(result?.messages, [], path)
    }
  })
})
