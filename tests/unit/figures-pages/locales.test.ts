// Everything the figures' pages say, in both languages.
import { describe, it } from 'mocha'
import { en } from '../../../agent-ui/figures/src/locales/en.ts'
import { fr } from '../../../agent-ui/figures/src/locales/fr.ts'
import { DEFINITIONS } from '../../../server/domain/figures/definitions.ts'
import { expectFrenchMarks, itKeepsToItsLanguages } from '../../support/locale-rules.ts'

describe('the words of the figures', () => {
  itKeepsToItsLanguages(en, fr, 'agent-ui/figures/src')

  it('writes the French of each definition with its own spaces and apostrophes', () => {
    for (const { key, name, means } of DEFINITIONS)
      for (const text of [name.fr, means.fr]) expectFrenchMarks(text, key)
  })
})
