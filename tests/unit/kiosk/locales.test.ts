// The kiosk's words, in both languages.
import { describe } from 'mocha'
import { en } from '../../../kiosk/src/locales/en.ts'
import { fr } from '../../../kiosk/src/locales/fr.ts'
import { itKeepsToItsLanguages } from '../../support/locale-rules.ts'

describe('the words of the kiosk', () => {
  itKeepsToItsLanguages(en, fr, 'kiosk/src')
})
