// Groups of agents of whom nobody can be told apart.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { faultOfGroups, type AgentGroup } from '../../../../server/domain/figures/agent-groups.ts'

const AGENTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const group = (code: string, agents: string): AgentGroup => {
  return { code, name: { en: code, fr: code }, agents: [...agents] }
}
const faultOf = (...groups: AgentGroup[]): string | null =>
  faultOfGroups(groups, AGENTS)?.fault ?? null

describe('groups of agents', () => {
  it('F17 are of three or more, and leave nobody or three or more in none', () => {
    assert.equal(faultOf(), null)
    assert.equal(faultOf(group('front', 'abc')), null)
    assert.equal(faultOf(group('front', 'abcdefg')), null)
    assert.equal(faultOf(group('front', 'abc'), group('back', 'defg')), null)
    assert.equal(faultOf(group('front', 'ab')), 'too-small')
    assert.equal(faultOf(group('front', '')), 'too-small')
    assert.equal(faultOf(group('front', 'abcde')), 'rest-too-small')
    assert.equal(faultOf(group('front', 'abc'), group('back', 'def')), 'rest-too-small')
  })

  it('F17 share nobody, under one code each, and know the agents of their office alone', () => {
    assert.equal(faultOf(group('front', 'abc'), group('back', 'cdefg')), 'agent-twice')
    assert.equal(faultOf(group('front', 'aab')), 'agent-twice')
    assert.equal(faultOf(group('front', 'abc'), group('front', 'defg')), 'code-twice')
    assert.equal(faultOf(group('front', 'abcx')), 'agent-unknown')
  })

  it('F17 never differ by one or two agents, whichever are added up and taken away', () => {
    const any = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 0, maxLength: 12 })
    fc.assert(
      fc.property(any, (places) => {
        const agents = places.map((_, index) => `agent-${index}`)
        const codes = [0, 1, 2].filter((code) => places.includes(code))
        const inOne = (code: number) => agents.filter((_, index) => places[index] === code)
        const groups = codes.map((code) => ({ ...group(String(code), ''), agents: inOne(code) }))
        if (faultOfGroups(groups, agents) !== null) return
        // All that can be asked for is a union of these; a difference of two unions is one, too.
        const parts = groups.length === 0 ? [] : [...groups.map((each) => each.agents), inOne(-1)]
        for (const { length } of parts) assert.ok(length === 0 || length >= 3)
      }),
    )
  })
})
