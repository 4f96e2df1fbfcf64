// B20: "why this ticket?", as the desk says it for each rule of the office, in both languages.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createI18n } from 'vue-i18n'
import { CallRule } from '#protocol/fields'
import type { VisitAnswer } from '#protocol'
import { callReason } from '../../../agent-ui/src/composables/call-reason.ts'
import { en } from '../../../agent-ui/src/locales/en.ts'
import { fr } from '../../../agent-ui/src/locales/fr.ts'
import { aVisit } from './desk-builders.ts'

type Reason = NonNullable<VisitAnswer['reason']>
type Rule = Reason['rule']

const CLASSES = {
  en: { senior: 'Seniors', normal: 'Ordinary' },
  fr: { senior: 'Personnes aînées', normal: 'Ordinaire' },
}

const SAID: Record<Rule, { readonly en: string; readonly fr: string }> = {
  'longest-wait': {
    en: 'Why: the longest wait of the people you take.',
    fr: 'Pourquoi\u00a0: la plus longue attente parmi vos services.',
  },
  priority: { en: 'Why: Seniors.', fr: 'Pourquoi\u00a0: Personnes aînées.' },
  appointment: { en: 'Why: a booked time.', fr: 'Pourquoi\u00a0: rendez-vous.' },
  raised: {
    en: 'Why: waited more than 45 minutes for this service.',
    fr: 'Pourquoi\u00a0: plus de 45 minutes d’attente pour ce service.',
  },
  share: {
    en: 'Why: the turn of walk-ins or of appointments.',
    fr: 'Pourquoi\u00a0: au tour des rendez-vous ou des personnes sans rendez-vous.',
  },
  assigned: {
    en: 'Why: sent to you by name.',
    fr: 'Pourquoi\u00a0: cette personne vous est destinée.',
  },
  returned: {
    en: 'Why: returned to the front of the queue.',
    fr: 'Pourquoi\u00a0: remise en tête de file.',
  },
  moved: {
    en: 'Why: moved up by hand.',
    fr: 'Pourquoi\u00a0: placée plus haut à la main.',
  },
  chosen: {
    en: 'Why: you chose this person.',
    fr: 'Pourquoi\u00a0: vous avez choisi cette personne.',
  },
}

const visit = aVisit({ priority: 'normal' })

function said(locale: 'en' | 'fr', reason: Reason): string {
  const i18n = createI18n({ legacy: false, locale, messages: { en, fr } })
  const names: Record<string, string> = CLASSES[locale]
  const { saying, named } = callReason(reason, visit, (code) => names[code] ?? code)
  return i18n.global.t(saying, { ...named })
}

describe('B20: why somebody was called', () => {
  for (const rule of CallRule.options) {
    it(`is said for “${rule}” in both languages`, () => {
      const reason = { rule, class: 'senior', minutes: 45, candidates: 5, passedOver: 2 }

      assert.equal(said('en', reason), SAID[rule].en)
      assert.equal(said('fr', reason), SAID[rule].fr)
    })
  }

  it('names the class of the visit when the rule names none', () => {
    const reason: Reason = { rule: 'priority', candidates: 1, passedOver: 0 }

    assert.equal(said('en', reason), 'Why: Ordinary.')
    assert.equal(callReason({ ...reason, passedOver: 3 }, visit, String).passedOver, 3)
  })
})
