// Commands are sent one at a time, and a command without an answer is sent again with the same key.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { shallowRef } from 'vue'
import { ApiError, type Freshness, type Problem } from '#protocol'
import { PROBLEMS, type ProblemCode } from '#protocol/problems'
import { createRetryKey } from '../../../agent-ui/src/composables/retry-key.ts'
import { CATCHES_UP_WITHIN, useCommands } from '../../../agent-ui/src/composables/use-commands.ts'

function refusal(code: ProblemCode, details: Problem['details'] = {}): ApiError {
  const { status, title } = PROBLEMS[code]
  return new ApiError({ type: code, title, status, code, detail: title, details, requestId: '1' })
}

/** A sender that records its keys and answers as told, each time anew. */
function sender(...outcomes: (string | ApiError)[]) {
  const keys: string[] = []
  const send = (key: string): Promise<string> => {
    const outcome = outcomes[keys.length] ?? 'done'
    keys.push(key)
    return typeof outcome === 'string' ? Promise.resolve(outcome) : Promise.reject(outcome)
  }
  return { keys, send }
}

const unreachable = new ApiError(null)

function desk() {
  const ended: true[] = []
  const freshness = shallowRef<Freshness>({ isLive: true, lastHeard: 0 })
  const commands = useCommands({ onSessionEnded: () => ended.push(true), freshness })
  return { commands, ended, freshness }
}

describe('a command of the desk', () => {
  it('runs alone: a second press while it is under way does nothing', async () => {
    const { commands } = desk()
    const { keys, send } = sender()

    const first = commands.run({ intent: 'call-next 1', send })
    assert.equal(commands.isBusy.value, true)
    await commands.run({ intent: 'call-next 1', send })
    await first

    assert.equal(keys.length, 1)
    assert.equal(commands.isBusy.value, false)
  })

  it('is sent again with the same key when no answer came', async () => {
    const { commands } = desk()
    const { keys, send } = sender(unreachable)

    await commands.run({ intent: 'call-next 1', send })
    assert.equal(commands.notice.value?.saying, 'problems.unreachable')
    commands.notice.value.retry?.()
    await new Promise(setImmediate)

    assert.equal(keys.length, 2)
    assert.equal(keys[0], keys[1])
    assert.equal(commands.notice.value, null)
  })

  it('has a new key once it was answered, though it is the same wish', async () => {
    const { commands } = desk()
    const { keys, send } = sender(unreachable)

    for (let n = 0; n < 3; n++) await commands.run({ intent: 'call-next 1', send })

    assert.equal(keys[0], keys[1])
    assert.notEqual(keys[1], keys[2])
  })

  it('is no longer called unsent once the server is heard, and may be sent again', async () => {
    const { commands, freshness } = desk()
    const { keys, send } = sender(unreachable)
    const says = (): unknown => [commands.notice.value?.is, commands.notice.value?.saying]

    await commands.run({ intent: 'call-next 1', send })
    assert.deepEqual(says(), ['problem', 'problems.unreachable'])
    freshness.value = { isLive: false, lastHeard: 0 }
    assert.deepEqual(says(), ['problem', 'problems.unreachable'])
    freshness.value = { isLive: true, lastHeard: 9 }
    assert.deepEqual(says(), ['status', 'status.connectedAgain'])
    commands.notice.value?.retry?.()
    await new Promise(setImmediate)

    assert.equal(keys[0], keys[1])
    assert.equal(commands.notice.value, null)
  })

  it('is forgotten when it is seen to have happened after all', async () => {
    const { commands } = desk()
    const { keys, send } = sender(unreachable)

    await commands.run({ intent: 'call-next 1', send })
    commands.moveOn()
    assert.equal(commands.notice.value, null)
    await commands.run({ intent: 'call-next 1', send })

    assert.notEqual(keys[0], keys[1])
  })

  it('is not called unsent when it was seen to happen before its answer was lost', async () => {
    const { commands } = desk()
    const { keys, send } = sender(unreachable)

    const run = commands.run({ intent: 'call-next 1', send })
    commands.moveOn()
    await run
    assert.equal(commands.notice.value, null)
    await commands.run({ intent: 'call-next 1', send })

    assert.notEqual(keys[0], keys[1])
  })

  it('tells what was refused, and keeps no key of it', async () => {
    const { commands } = desk()
    const { keys, send } = sender(refusal('counter-taken'))

    await commands.run({ intent: 'take-counter 3', send })
    assert.deepEqual(commands.notice.value, { is: 'problem', saying: 'problems.counter-taken' })
    await commands.run({ intent: 'take-counter 3', send })

    assert.notEqual(keys[0], keys[1])
  })

  it('leads to the sign-in when the session has ended', async () => {
    const { commands, ended } = desk()

    await commands.run({ intent: 'x', send: sender(refusal('sign-in-needed')).send })

    assert.equal(ended.length, 1)
    assert.equal(commands.notice.value, null)
  })
})

describe('a refusal', () => {
  it('is told until the state it was about has changed', async () => {
    let at = 0
    const commands = useCommands({ onSessionEnded: () => undefined, now: () => at })
    const refused = refusal('move-not-allowed', { visit: 'v1', state: 'serving' })
    await commands.run({ intent: 'recall v1', send: sender(refused).send })
    assert.equal(commands.notice.value?.about, 'v1')

    // The screen learns what it was refused for.
    at = CATCHES_UP_WITHIN - 1
    commands.moveOn()
    assert.equal(commands.notice.value.saying, 'problems.move-not-allowed')
    at = CATCHES_UP_WITHIN
    commands.outdate()
    assert.equal(commands.notice.value, null)
  })

  it('goes like any status once the situation is another one, but not the one that it told', () => {
    let at = 0
    const commands = useCommands({ onSessionEnded: () => undefined, now: () => at })
    commands.tell({ is: 'status', saying: 'status.undone', named: { ticket: 'A001' } })
    at = CATCHES_UP_WITHIN - 1
    commands.moveOn()
    assert.equal(commands.notice.value?.saying, 'status.undone')
    at = CATCHES_UP_WITHIN
    commands.moveOn()
    assert.equal(commands.notice.value, null)
  })

  it('leaves what offers to be tried again', async () => {
    let at = 0
    const commands = useCommands({ onSessionEnded: () => undefined, now: () => at })
    await commands.run({ intent: 'recall v1', send: sender(unreachable).send })
    at = 60_000
    commands.outdate()
    assert.equal(commands.notice.value?.saying, 'problems.unreachable')
  })
})

describe('a kept key', () => {
  it('is let go when something else is asked', () => {
    let given = 0
    const keys = createRetryKey(() => String(++given))
    keys.keep('call-next 1', keys.keyFor('call-next 1'))

    assert.equal(keys.pending, 'call-next 1')
    assert.equal(keys.keyFor('call-next 1'), '1')
    assert.equal(keys.keyFor('recall v'), '2')
    assert.equal(keys.pending, null)
    assert.equal(keys.keyFor('call-next 1'), '3')
  })
})
