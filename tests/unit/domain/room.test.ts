// The waiting room's own rules: what a name in the room is, whose call a board shows, which board a
// display shows.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { boardOfDisplay, calledName, isForBoard, USUAL_BOARD } from '../../../server/domain/room.ts'

describe('the waiting room', () => {
  it('D11 calls by first name and one initial, however a name is written', () => {
    const names = {
      Ann: 'Ann',
      'Marguerite Bourgeoys-Tremblay': 'Marguerite B.',
      ' Éloïse  tremblay ': 'Éloïse T.',
      'Jean-Paul de la Tour': 'Jean-Paul T.',
      'Zoë 𝒜ngström': 'Zoë 𝒜.',
    }
    for (const [name, called] of Object.entries(names)) {
      assert.equal(calledName(name), called)
    }
  })

  it('D9 shows a call to the boards of its service and its counter alone', () => {
    const call = { service: 'notary', counter: '4' }
    const on = (rest: Partial<typeof USUAL_BOARD>) => isForBoard({ ...USUAL_BOARD, ...rest }, call)
    assert.equal(on({}), true)
    assert.equal(on({ services: ['notary'] }), true)
    assert.equal(on({ services: ['road-test'] }), false)
    assert.equal(on({ counters: ['4', '5'] }), true)
    assert.equal(on({ services: ['notary'], counters: ['1'] }), false)
  })

  it('D9 gives a display the board of its address, else its own, else the first', () => {
    const [main, hall] = [USUAL_BOARD, { ...USUAL_BOARD, code: 'hall', devices: ['d1'] }]
    const boards = [main, hall]
    assert.equal(boardOfDisplay(boards, 'main', 'd1'), main)
    assert.equal(boardOfDisplay(boards, '', 'd1'), hall)
    assert.equal(boardOfDisplay(boards, 'gone', 'd2'), main)
    assert.equal(boardOfDisplay(boards, '', null), main)
    const none: (typeof USUAL_BOARD)[] = []
    assert.equal(boardOfDisplay(none, '', null), undefined)
  })
})
