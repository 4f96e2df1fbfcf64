import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { remembered } from '../../../server/domain/remembered.ts'

interface Moment {
  readonly office: string
  readonly part: object
}

const moment = (office: string, part: object = {}): Moment => ({ office, part })

function counted(): { asked: (of: Moment) => number; times: () => number } {
  let times = 0
  const asked = remembered(
    (_: Moment) => {
      times += 1
      return times
    },
    { office: ({ office }) => office, by: ({ part }) => part },
  )
  return { asked, times: () => times }
}

describe('what is remembered of an office', () => {
  it('is worked out once for a moment, whatever of it else has changed', () => {
    const { asked, times } = counted()
    const part = {}
    assert.equal(asked(moment('victoria', part)), asked(moment('victoria', part)))
    assert.equal(times(), 1)
  })

  it('is never that of another moment or another office', () => {
    const { asked } = counted()
    const all = [moment('victoria'), moment('victoria'), moment('cranbrook')]
    assert.equal(new Set(all.map(asked)).size, 3)
    assert.deepEqual(all.map(asked), [1, 2, 3])
  })

  it('is let go of once the office has moved on, and no other office’s is', () => {
    const { asked, times } = counted()
    const [first, elsewhere] = [moment('victoria'), moment('cranbrook')]
    asked(first)
    asked(elsewhere)
    for (let each = 0; each < 4; each += 1) asked(moment('victoria'))
    assert.equal(times(), 6)
    asked(elsewhere)
    assert.equal(times(), 6)
    asked(first)
    assert.equal(times(), 7)
  })
})
