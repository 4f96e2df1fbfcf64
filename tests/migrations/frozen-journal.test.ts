// A journal written by version 1 of the facts must mean the same for ever. Its file is frozen: when
// this fails, the rules that read old facts have changed their meaning; never edit the file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'mocha'
import { upcast, type Fact } from '../../server/domain/facts.ts'
import { timeInOffice } from '../../server/domain/metrics.ts'
import { lengthOf } from '../../server/domain/segments.ts'
import { USUAL_POLICY } from '../../server/domain/settings-upcast.ts'
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

/** As much of a plain state as the test looks at by name. */
interface Office {
  readonly settings: { readonly policy: Record<string, unknown> }
  readonly visits: Record<string, Record<string, unknown> | undefined>
  readonly ended: Record<string, Record<string, unknown> | undefined>
}

/** `now` without the fields that `then` does not have, however deep: those came later. */
function asFarAs(then: unknown, now: unknown): unknown {
  if (Array.isArray(then) && Array.isArray(now)) {
    return now.map((each, index) => asFarAs(then[index], each))
  }
  if (!isPlain(then) || !isPlain(now)) return now
  return Object.fromEntries(Object.keys(then).map((name) => [name, asFarAs(then[name], now[name])]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

describe('the frozen journal of version 1', () => {
  const frozen = JSON.parse(readFileSync(FROZEN, 'utf8')) as Frozen
  const facts = frozen.facts.map((fact) => ({
    ...fact,
    body: upcast(frozen.version, fact.body, 'victoria'),
  }))

  it('holds every type of fact that version had', () => {
    const types = new Set<string>(facts.map((fact) => fact.body.type))
    assert.deepEqual([...types].sort(), [...EVERY_TYPE].sort())
  })

  it('amounts to the same state as it did then, and to the usual where nothing was said', () => {
    const state = plainState(facts.reduce(apply, emptyOffice('victoria'))) as Office
    const { settings, ...then } = frozen.state as Office
    const { policy, ...rest } = settings
    assert.deepEqual(asFarAs(then, state), then)
    assert.deepEqual(asFarAs(rest, state.settings), rest)
    const { priorityCreditMinutes, nightCloseMinute } = policy
    assert.equal(state.settings.policy.nightCloseMinute, nightCloseMinute)
    const classes = USUAL_POLICY.classes.map(({ code, name, creditMinutes }) => {
      return {
        code,
        name,
        creditMinutes: code === 'priority' ? priorityCreditMinutes : creditMinutes,
      }
    })
    const usual = { ...USUAL_POLICY, classes, nightCloseMinute }
    assert.deepEqual(state.settings.policy, usual)
    const added = state.visits.v6 ?? state.ended.v6
    assert.deepEqual([added?.details, added?.raised, added?.timesMissed], [{}, null, 0])
  })

  it('has segments that sum to the time in office of each visit', () => {
    const { visits, ended, recordedAt } = facts.reduce(apply, emptyOffice('victoria'))
    for (const visit of [...visits.values(), ...ended.values()]) {
      const sum = visit.segments.reduce((total, each) => total + lengthOf(each, recordedAt), 0)
      assert.equal(sum, timeInOffice(visit, recordedAt))
    }
  })
})
