// Messages to an agent: heard live, listed by the server, read here.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { StaffMessage } from '#protocol'
import {
  EMPTY_INBOX,
  withMessages,
  withoutMessage,
  type Inbox,
} from '../../../agent-ui/src/composables/messages.ts'

const message = (id: string, minute: number): StaffMessage => ({
  ...{ id, office: 'victoria', from: 'Chantal Roy', text: `message ${id}` },
  sentAt: `2026-11-23T18:0${minute}:00.000Z`,
})
const ids = ({ unread }: Inbox): string[] => unread.map(({ id }) => id)

describe('messages to an agent', () => {
  it('P26 are shown in the order they were sent, each once', () => {
    const heard = withMessages(EMPTY_INBOX, [message('b', 2)])
    const listed = withMessages(heard, [message('a', 1), message('b', 2)])

    assert.deepEqual(ids(listed), ['a', 'b'])
  })

  it('P26 do not come back when a list asked for before still holds them', () => {
    const read = withoutMessage(withMessages(EMPTY_INBOX, [message('a', 1)]), 'a')

    assert.deepEqual(ids(withMessages(read, [message('a', 1), message('b', 2)])), ['b'])
  })

  it('stay the same object when nothing is new, so that nothing is drawn', () => {
    const inbox = withMessages(EMPTY_INBOX, [message('a', 1)])

    assert.equal(withMessages(inbox, [message('a', 1)]), inbox)
  })
})
