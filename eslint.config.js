// The house rules as a tool. Layout is Prettier's; here is what a reader could get wrong.
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import { importDirections } from './scripts/import-directions.ts'

const CODE = ['**/*.ts', '**/*.vue']
const PAGES = ['kiosk/**', 'display/**', 'agent-ui/**']

const ONLY_LIVE_EMITS = {
  selector: 'CallExpression[callee.property.name=/^emit(WithAck)?$/]',
  message: 'Only server/live and the client in server/protocol/live.ts emit.',
}
const NAMED_EXPORTS = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one name everywhere.',
}
const ONE_WAY_TO_WRITE_DATES = {
  selector: 'NewExpression[callee.property.name="DateTimeFormat"]',
  message:
    'Days and times are written by server/protocol/office-time-text.ts; wallClock reads them.',
}
const NOW_IS_AN_ARGUMENT = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Math"][property.name="random"]',
].map((selector) => ({ selector, message: 'The rules are pure: time and chance are arguments.' }))
const NOT_PURE = ['process', 'Buffer', 'console', 'fetch', 'crypto', 'performance', 'globalThis']
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']

export default defineConfigWithVueTs(
  { ignores: ['dist/', 'data/', 'eslint.config.js'] },
  // A rule that is wrong is changed here, with its reason, never switched off where it hurts.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  vue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  prettier,
  {
    files: CODE,
    plugins: { guichet: { rules: { 'import-directions': importDirections } } },
    rules: {
      'guichet/import-directions': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only server/config.ts reads settings.' },
      ],
      // Numbers print as anyone expects them to.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => socket.close()` says no more than it does, nor does `case 'call': return call(x)`.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Objects here are closures, not classes: a method taken from one still works.
      '@typescript-eslint/unbound-method': 'off',
      // Three quarters of the time of a run, to look after classes and enums that we do not write.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // A type named once can still say what an answer holds.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Code points are what is meant where a string is spread.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A handler may be async where nobody waits for it: Express 5 and Vue both catch it.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false, properties: false } },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      // HTML's own way to say where the focus of a dialog starts.
      'vuejs-accessibility/no-autofocus': 'off',
      // A label around its control, or naming it by id: either is heard.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['server/**', ...PAGES],
    ignores: ['server/live/**', 'server/protocol/live.ts', 'server/cli/**', '**/*.vue'],
    rules: {
      'no-restricted-syntax': ['error', ONLY_LIVE_EMITS, NAMED_EXPORTS, ONE_WAY_TO_WRITE_DATES],
    },
  },
  {
    files: PAGES.map((folder) => `${folder}/*.vue`),
    rules: { 'no-restricted-syntax': ['error', ONLY_LIVE_EMITS, ONE_WAY_TO_WRITE_DATES] },
  },
  {
    // The commands are programs of their own: they speak to a server as anyone outside would.
    files: ['server/live/**', 'server/protocol/live.ts', 'server/cli/**'],
    rules: { 'no-restricted-syntax': ['error', NAMED_EXPORTS, ONE_WAY_TO_WRITE_DATES] },
  },
  {
    files: ['server/protocol/office-time-text.ts'],
    rules: { 'no-restricted-syntax': ['error', ONLY_LIVE_EMITS, NAMED_EXPORTS] },
  },
  {
    files: ['server/domain/**'],
    rules: {
      'no-restricted-syntax': ['error', ONLY_LIVE_EMITS, NAMED_EXPORTS, ...NOW_IS_AN_ARGUMENT],
      'no-restricted-globals': ['error', ...NOT_PURE, ...TIMERS],
    },
  },
  {
    files: ['server/**', ...PAGES],
    ignores: ['server/main.ts', 'server/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // The commands start servers, and hand them an environment.
    files: ['server/config.ts', 'server/cli/**', 'scripts/**', 'tests/**', '*.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Outside Electron its values are not there: what takes none can be tested anywhere.
    files: ['*/main/**', '*/preload/**', 'kiosk/shell/**'],
    ignores: ['*/main/main.ts', '*/preload/preload.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', allowTypeImports: true }] },
      ],
    },
  },
  {
    files: ['tests/**'],
    // What a test takes for granted and is not there fails the test.
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
