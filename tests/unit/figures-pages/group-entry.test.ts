// Groups of agents while a manager makes them.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  entriesOf,
  groupsOf,
  wrongIn,
  type GroupEntries,
} from '../../../agent-ui/figures/src/composables/group-entry.ts'

const AGENTS = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, name: id.toUpperCase() }))
const front = { code: 'front', name: { en: 'Front', fr: 'Accueil' }, agents: ['a', 'b', 'c'] }
const known = { groups: [front], agents: AGENTS }
const of = (members: string, id = 0): [string, number][] => [...members].map((each) => [each, id])

describe('groups of agents on their page', () => {
  it('F17 go back as they came', () => {
    assert.deepEqual(groupsOf(entriesOf(known)), [front])
    assert.equal(wrongIn(entriesOf(known), AGENTS.length), null)
  })

  it('F17 say what is wrong first: a name, too few, too few left', () => {
    const { groups } = entriesOf(known)
    const wrong = (entries: Partial<GroupEntries>) =>
      wrongIn({ groups, of: new Map(of('abc')), ...entries }, AGENTS.length)
    const [group] = groups
    if (!group) throw new Error('no group')
    assert.deepEqual(wrong({ groups: [{ ...group, fr: ' ' }] }), {
      ...{ what: 'name', id: 0, language: 'fr' },
    })
    assert.deepEqual(wrong({ of: new Map(of('ab')) }), { what: 'few', id: 0 })
    assert.deepEqual(wrong({ of: new Map(of('abcde')) }), { what: 'rest' })
    assert.equal(wrong({ groups: [], of: new Map() }), null)
  })

  it('F17 make a code of the English name, each its own', () => {
    const entry = (id: number, en: string) => ({ id, code: null, en, fr: en })
    const names = ['Évening shift (2)', 'Front', '***', 'Evening shift 2']
    const entries = {
      groups: [...entriesOf(known).groups, ...names.map((name, at) => entry(at + 1, name))],
      of: new Map<string, number>(),
    }
    assert.deepEqual(
      groupsOf(entries).map(({ code }) => code),
      ['front', 'evening-shift-2', 'front-2', 'group', 'evening-shift-2-2'],
    )
  })
})
