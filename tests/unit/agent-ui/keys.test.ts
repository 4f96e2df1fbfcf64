// The table of keys, and which presses are for the desk.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { keyOf, VISIT_ACTION_NAMES } from '../../../agent-ui/src/composables/desk-moves.ts'
import {
  actionOf,
  capOf,
  KEY_ACTIONS,
  KEYS,
  numberOf,
  shortcutOf,
  type Press,
} from '../../../agent-ui/src/composables/keys.ts'

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  shift: false,
  withModifier: false,
  isRepeat: false,
  on: 'page',
  ...rest,
})

describe('the keys of the desk', () => {
  it('are each used once', () => {
    const used = KEY_ACTIONS.map((action) => `${'shift' in KEYS[action]} ${KEYS[action].key}`)

    assert.equal(new Set(used).size, used.length)
  })

  it('make the space bar the primary button', () => {
    assert.equal(actionOf(press(' ')), 'primary')
  })

  it('do not care whether Caps Lock is on, but tell Shift apart', () => {
    assert.equal(actionOf(press('l')), 'leave')
    assert.equal(actionOf(press('L')), 'leave')
    assert.equal(actionOf(press('L', { shift: true })), 'chosen-leave')
    assert.equal(actionOf(press('R', { shift: true })), null)
  })

  it('find the question mark wherever the keyboard has it', () => {
    assert.equal(actionOf(press('?', { shift: true })), 'help')
    assert.equal(actionOf(press('?')), 'help')
  })

  it('never fire while a field is typed in', () => {
    for (const key of [' ', 'r', 'Escape', '?']) {
      assert.equal(actionOf(press(key, { on: 'text' })), null)
    }
  })

  it('leave Space and Enter to the button that has the focus, and nothing else', () => {
    assert.equal(actionOf(press(' ', { on: 'control' })), null)
    assert.equal(actionOf(press('Enter', { on: 'control' })), null)
    assert.equal(actionOf(press('h', { on: 'control' })), 'hold')
  })

  it('fire once for a key held down, and never with Control, Alt or Command', () => {
    assert.equal(actionOf(press(' ', { isRepeat: true })), null)
    assert.equal(actionOf(press('r', { withModifier: true })), null)
  })

  it('C25: choose from numbered lists, unless a field is typed in', () => {
    assert.equal(numberOf(press('1')), 0)
    assert.equal(numberOf(press('9', { on: 'control' })), 8)
    assert.equal(numberOf(press('0')), null)
    assert.equal(numberOf(press('3', { on: 'text' })), null)
    assert.equal(numberOf(press('3', { withModifier: true })), null)
  })

  it('C25: act with Shift on whoever is chosen, as without it on the person at the counter', () => {
    const pairs = VISIT_ACTION_NAMES.map((name) => [keyOf(name, 'key'), keyOf(name, 'chosenKey')])

    for (const [own, chosen] of pairs) {
      if (!own || !chosen) continue
      assert.equal(KEYS[own].key, KEYS[chosen].key)
      assert.deepEqual(['shift' in KEYS[own], 'shift' in KEYS[chosen]], [false, true])
    }
  })

  it('are drawn, and told to assistive technology', () => {
    assert.equal(capOf('recall'), 'R')
    assert.equal(capOf('chosen-begin'), '⇧B')
    assert.equal(capOf('chosen-call'), '⏎')
    assert.equal(shortcutOf('primary'), 'Space')
    assert.equal(shortcutOf('chosen-begin'), 'Shift+B')
  })
})
