// What is edited of a visit: nothing that somebody else wrote is lost.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { isChanged, isOverwriting, keepBoth } from '../../../agent-ui/src/composables/note-edit.ts'
import { maskOf } from '../../../agent-ui/src/composables/profile-mask.ts'
import {
  personChange,
  personForm,
  stepsOf,
} from '../../../agent-ui/src/composables/visit-change.ts'
import { waysOut } from '../../../agent-ui/src/composables/ways-out.ts'
import { aVisit } from './desk-builders.ts'

describe('a note for the next agent', () => {
  const edit = { base: 'Has the form.', mine: 'Has the form. Needs a stamp. ' }

  it('is saved when it was changed and nobody else changed it', () => {
    assert.equal(isChanged(edit, edit.base), true)
    assert.equal(isOverwriting(edit, edit.base), false)
    assert.equal(isChanged({ base: 'x', mine: ' x ' }, 'x'), false)
  })

  it('does not overwrite what a colleague wrote meanwhile', () => {
    assert.equal(isOverwriting(edit, 'Has gone to the bank.'), true)
    assert.equal(isOverwriting(edit, 'Has the form. Needs a stamp.'), false)
    assert.equal(isOverwriting(edit, ''), false)
  })

  it('keeps both notes, within the length a note may have', () => {
    assert.equal(keepBoth(edit, 'Bank.'), 'Bank.\nHas the form. Needs a stamp.')
    assert.equal(keepBoth({ base: '', mine: 'm'.repeat(900) }, 't'.repeat(900)).length, 1_000)
  })
})

describe('the particulars of a person', () => {
  const visit = aVisit({ name: 'Marie', needs: ['escort'], counterKind: 'quick', party: 3 })
  const before = personForm(visit)

  it('are sent only where they were changed', () => {
    assert.equal(personChange(before, { ...before, needs: ['escort'] }), null)
    assert.deepEqual(personChange(before, { ...before, name: ' ', priority: 'priority' }), {
      name: '',
      priority: 'priority',
    })
    assert.deepEqual(personChange(before, { ...before, counterKind: '', needs: [] }), {
      counterKind: null,
      needs: [],
    })
  })

  it('D11 tell of an agreement to be called by name only when it was given or taken back', () => {
    assert.equal(before.mayBeCalledByName, false)
    const agreed = personForm({ ...visit, mayBeCalledByName: true })
    assert.deepEqual(personChange(before, agreed), { mayBeCalledByName: true })
    assert.deepEqual(personChange(agreed, before), { mayBeCalledByName: false })
    assert.equal(personChange(agreed, agreed), null)
  })

  it('C22: are undone in one step, or no undo is offered', () => {
    assert.equal(stepsOf({ name: 'Marie' }), 0)
    assert.equal(stepsOf({ priority: 'priority', name: 'Marie' }), 1)
    assert.equal(stepsOf({ party: 2, needs: [] }), 1)
    assert.equal(stepsOf({ party: 2, priority: 'priority' }), 2)
  })
})

describe('B4: a work profile', () => {
  it('is everything, now and later, when everything is ticked', () => {
    assert.equal(maskOf(['en', 'fr'], ['fr', 'en']), null)
    assert.deepEqual(maskOf(['a', 'b', 'c'], ['c', 'a', 'gone']), ['a', 'c'])
  })
})

describe('C24: leaving with somebody at the counter', () => {
  it('offers what the table of moves allows then', () => {
    assert.deepEqual(waysOut(aVisit({ state: 'called' })), ['return', 'hold'])
    assert.deepEqual(waysOut(aVisit({ state: 'serving' })), ['return', 'hold', 'finish'])
  })
})
