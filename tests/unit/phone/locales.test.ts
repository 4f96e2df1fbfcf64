// The phone's words, in both languages.
import { describe } from 'mocha'
import { en } from '../../../kiosk/phone/src/locales/en.ts'
import { fr } from '../../../kiosk/phone/src/locales/fr.ts'
import { itKeepsToItsLanguages } from '../../support/locale-rules.ts'

describe('the words of the phone', () => {
  itKeepsToItsLanguages(en, fr, 'kiosk/phone')
})
