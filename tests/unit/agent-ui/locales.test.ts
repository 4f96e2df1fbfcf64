// Everything the desk says, in both languages: nothing missing, nothing badly typed.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { PROBLEM_CODES } from '#protocol/problems'
import { KEY_ACTIONS } from '../../../agent-ui/src/composables/keys.ts'
import { problemKey } from '../../../agent-ui/src/composables/problem-key.ts'
import { en } from '../../../agent-ui/src/locales/en.ts'
import { fr } from '../../../agent-ui/src/locales/fr.ts'
import { SAMPLE_OFFICES } from '../../../server/cli/province/offices.ts'
import { PREPARATION } from '../../../server/cli/province/preparation.ts'
import { itKeepsToItsLanguages } from '../../support/locale-rules.ts'

describe('the words of the desk', () => {
  itKeepsToItsLanguages(en, fr, 'agent-ui/src')

  it('tell every problem in both languages, and one that is not known yet', () => {
    for (const code of [...PROBLEM_CODES, 'unreachable'] as const) {
      assert.equal(problemKey(code), `problems.${code}`)
      assert.match(en.problems[code], /\.$/, code)
      assert.match(fr.problems[code], /\.$/, code)
    }
    assert.equal(problemKey('of-next-year'), 'problems.other')
    assert.equal(problemKey('other'), 'problems.other')
  })

  it('explain every key', () => {
    assert.deepEqual(Object.keys(en.help.actions).sort(), [...KEY_ACTIONS].sort())
  })

  it('give Undo and Cancel two words, and bracket no ending, in French', () => {
    assert.equal(fr.moves.undo, 'Défaire')
    assert.equal(fr.dialogs.cancel, 'Annuler')
    const seeded = [PREPARATION, SAMPLE_OFFICES]
    assert.doesNotMatch(JSON.stringify([fr, seeded]), /\p{L}\((?:e|es|le|ne|ère|trice)\)/u)
  })
})
