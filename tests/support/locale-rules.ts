// What both languages of a front end must keep to: the same keys, keys that exist, and French
// written as the Canadian public service writes it.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { it } from 'mocha'

type Tree = { [key: string]: string | Tree }

function texts(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = path === '' ? name : `${path}.${name}`
    return typeof value === 'string' ? [[key, value] as [string, string]] : texts(value, key)
  })
}

const SPACE_BEFORE_MARK = /[\s\u00a0\u202f][?!;]/
const COLON_WITHOUT_NO_BREAK = /[^\u00a0]:/
const OPENING_WITHOUT_NO_BREAK = /«[^\u00a0]/
const CLOSING_WITHOUT_NO_BREAK = /[^\u00a0]»/
const STRAIGHT_APOSTROPHE = /'/
const BRACES = /\{\w+\}/g

/** Defines the tests of one front end, in its own folder of sources. */
export function itKeepsToItsLanguages(en: Tree, fr: Tree, folder: string): void {
  const english = new Map(texts(en))
  const french = new Map(texts(fr))

  it('has the same keys in English and French, none of them empty', () => {
    assert.deepEqual([...french.keys()], [...english.keys()])
    for (const [key, text] of [...english, ...french]) assert.notEqual(text.trim(), '', key)
  })

  it('leaves the same words open, and as many plurals, in both', () => {
    for (const [key, text] of english) {
      const other = french.get(key) ?? ''
      assert.deepEqual(new Set(other.match(BRACES)), new Set(text.match(BRACES)), key)
      assert.equal(other.split('|').length, text.split('|').length, key)
    }
  })

  it('writes French with its own spaces and apostrophes', () => {
    for (const [key, text] of french) expectFrenchMarks(text, key)
  })

  it('speaks only with keys that exist', () => {
    const files = globSync(`${folder}/**/*.vue`)
    assert.ok(files.length > 5, 'sources are found')
    for (const file of files)
      for (const key of keysIn(readFileSync(file, 'utf8')))
        assert.ok(english.has(key), `${key} in ${file}`)
  })
}

/** Fails where `text`, of the key `key`, is not written as the Canadian public service writes French. */
export function expectFrenchMarks(text: string, key: string): void {
  assert.doesNotMatch(text, SPACE_BEFORE_MARK, key)
  assert.doesNotMatch(text, COLON_WITHOUT_NO_BREAK, key)
  assert.doesNotMatch(text, OPENING_WITHOUT_NO_BREAK, key)
  assert.doesNotMatch(text, CLOSING_WITHOUT_NO_BREAK, key)
  assert.doesNotMatch(text, STRAIGHT_APOSTROPHE, key)
}

/** Keys written out as such: in `t('…')` and in the attributes that carry a key. */
function keysIn(source: string): string[] {
  const calls = source.matchAll(/\bt\(\s*'([\w.]+)'/g)
  const attributes = source.matchAll(/\s(?:message|title|sentence)="([\w.]+)"/g)
  return [...calls, ...attributes].map(([, key = '']) => key)
}
