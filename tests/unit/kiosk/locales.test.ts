// The kiosk's words, in both languages.
import { describe } from 'mocha'
import { device as enDevice } from '../../../kiosk/src/locales/en-device.ts'
import { en } from '../../../kiosk/src/locales/en.ts'
import { device as frDevice } from '../../../kiosk/src/locales/fr-device.ts'
import { fr } from '../../../kiosk/src/locales/fr.ts'
import { itKeepsToItsLanguages } from '../../support/locale-rules.ts'

describe('the words of the kiosk', () => {
  itKeepsToItsLanguages({ ...en, ...enDevice }, { ...fr, ...frDevice }, 'kiosk/src')
})
