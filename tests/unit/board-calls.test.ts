// The last calls of the room stay on the board, however many calls agents take by phone meanwhile.
import assert from 'node:assert/strict'
import { Map } from 'immutable'
import { describe, it } from 'mocha'
import { boardProjection } from '../../server/features/board/board-projection.ts'
import { TestOffice } from './domain/domain-builders.ts'

describe('C30 the calls on a board', () => {
  it('are not pushed off by work of other channels', () => {
    const office = new TestOffice()
    office.ask('ann', 0, { do: 'take-counter', counter: '1' })
    const serve = (minute: number, channel: 'in-person' | 'phone'): string => {
      const requests = [{ service: 'licence', channel, quantity: 1 }]
      const visit = office.arrive(minute, 'licence', { requests })
      office.ask('ann', minute, { do: 'call', visit })
      office.ask('ann', minute, { do: 'begin', visit })
      office.ask('ann', minute, { do: 'finish', visit })
      return visit
    }
    const inRoom = [1, 2, 3].map((minute) => serve(minute, 'in-person'))
    for (let minute = 4; minute < 64; minute += 1) serve(minute, 'phone')

    const shown = boardProjection
      .rows({ state: office.state, people: Map() })
      .filter(({ kind }) => kind === 'visit')
      .map(({ id }) => id)
    assert.deepEqual(shown, inRoom.toReversed())
  })
})
