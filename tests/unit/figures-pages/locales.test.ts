// Everything the figures' pages say, in both languages.
import { describe } from 'mocha'
import { en } from '../../../agent-ui/figures/src/locales/en.ts'
import { fr } from '../../../agent-ui/figures/src/locales/fr.ts'
import { itKeepsToItsLanguages } from '../../support/locale-rules.ts'

describe('the words of the figures', () => {
  itKeepsToItsLanguages(en, fr, 'agent-ui/figures/src')
})
