// A journal written by version 1 of the facts must mean the same for ever. Its file is frozen: when
// this fails, the rules that read old facts have changed their meaning; never edit the file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'mocha'
import { upcast, type Fact } from '../../server/domain/facts.ts'
import { timeInOffice } from '../../server/domain/metrics.ts'
import { lengthOf } from '../../server/domain/segments.ts'
import { apply, emptyOffice } from '../../server/domain/state.ts'
import { FROZEN, plainState } from '../support/frozen-journal.ts'

interface Frozen {
  readonly version: number
  readonly facts: Fact[]
  readonly state: unknown
}

const EVERY_TYPE = [
  ...['office-configured', 'agent-stationed', 'agent-availability-changed', 'agent-signed-off'],
  ...['visit-arrived', 'visit-called', 'visit-recalled', 'visit-begun', 'visit-held'],
  ...['visit-returned', 'visit-transferred', 'request-added', 'request-switched'],
  ...['request-changed', 'priority-changed', 'details-changed', 'request-finished'],
  ...['times-marked-wrong', 'visit-not-shown', 'visit-left', 'visit-brought-back'],
  ...['visit-closed', 'visit-undone'],
]

describe('the frozen journal of version 1', () => {
  const frozen = JSON.parse(readFileSync(FROZEN, 'utf8')) as Frozen
  const facts = frozen.facts.map((fact) => ({ ...fact, body: upcast(frozen.version, fact.body) }))

  it('holds every type of fact that version had', () => {
    const types = new Set<string>(facts.map((fact) => fact.body.type))
    assert.deepEqual([...types].sort(), [...EVERY_TYPE].sort())
  })

  it('amounts to the same state as it did then', () => {
    assert.deepEqual(plainState(facts.reduce(apply, emptyOffice('victoria'))), frozen.state)
  })

  it('has segments that sum to the time in office of each visit', () => {
    const { visits, ended, recordedAt } = facts.reduce(apply, emptyOffice('victoria'))
    for (const visit of [...visits.values(), ...ended.values()]) {
      const sum = visit.segments.reduce((total, each) => total + lengthOf(each, recordedAt), 0)
      assert.equal(sum, timeInOffice(visit, recordedAt))
    }
  })
})
