// A statement's file and its page are laid side by side: they say the same words.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { en as deskEn } from '../../../agent-ui/src/locales/en.ts'
import { fr as deskFr } from '../../../agent-ui/src/locales/fr.ts'
import { en } from '../../../agent-ui/figures/src/locales/en.ts'
import { fr } from '../../../agent-ui/figures/src/locales/fr.ts'
import { COST_WORDS, STEP_WORDS } from '../../../server/features/cost/cost-words.ts'

const PAGES = [
  { language: 'en', page: en, doing: deskEn.officeNow.counters.doing },
  { language: 'fr', page: fr, doing: deskFr.officeNow.counters.doing },
] as const

describe('F27 the file of a statement', () => {
  for (const { language, page, doing } of PAGES) {
    it(`names steps, sums and what was for no visit as its page does (${language})`, () => {
      const { available: idle, break: onBreak, away } = doing
      const steps = { ...page.steps, idle, break: onBreak, away }
      for (const [step, words] of Object.entries(STEP_WORDS))
        assert.equal(words[language], steps[step as keyof typeof steps], step)
      for (const sum of ['charged', 'apart', 'recorded'] as const)
        assert.equal(COST_WORDS[sum][language], page.cost.sums[sum])
    })
  }
})
