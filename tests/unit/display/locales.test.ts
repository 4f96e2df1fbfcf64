// The board's words, in both languages.
import { describe } from 'mocha'
import { en } from '../../../display/src/locales/en.ts'
import { fr } from '../../../display/src/locales/fr.ts'
import { itKeepsToItsLanguages } from '../../support/locale-rules.ts'

describe('the words of the board', () => {
  itKeepsToItsLanguages(en, fr, 'display/src')
})
