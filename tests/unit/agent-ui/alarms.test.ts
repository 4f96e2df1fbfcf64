// Calls for help as one agent sees them.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { AlarmRow, Me } from '#protocol'
import { alarmsFor } from '../../../agent-ui/src/composables/alarms.ts'

const ME: Me = {
  ...{ id: 'me', kind: 'staff', name: 'Amrit Gill', role: 'agent' },
  ...{ office: 'victoria', offices: [] },
}
const alarm = (id: string, agent: string, minute: number, accepted: string[] = []): AlarmRow => ({
  ...{ id, kind: 'alarm', agent, agentName: agent, counter: '3', accepted },
  since: `2026-11-23T18:0${minute}:00.000Z`,
})

describe('calls for help', () => {
  it('C27 come in the order of their calling, one’s own last', () => {
    const list = alarmsFor([alarm('a', 'me', 1), alarm('b', 'ben', 3), alarm('c', 'zoe', 2)], ME)

    assert.deepEqual(
      list.map(({ alarm: { id }, isMine }) => [id, isMine]),
      [
        ['c', false],
        ['b', false],
        ['a', true],
      ],
    )
  })

  it('C27 know who has said to be coming', () => {
    const list = alarmsFor([alarm('a', 'ben', 1, ['Amrit Gill']), alarm('b', 'zoe', 2, ['Li'])], ME)

    assert.deepEqual(
      list.map(({ isComing }) => isComing),
      [true, false],
    )
  })
})
