// What the figures' pages say, beside what they share with the desk: one more branch of the same
// tree of sentences, which the desk itself does not load.
import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '#protocol'
import { i18n, type PathOf } from '../../src/i18n.ts'
import { countText } from './composables/figure-text.ts'
import { en, type FigureMessages } from './locales/en.ts'
import { fr } from './locales/fr.ts'

/** Something these pages can say, such as `now.heading`. */
export type FigureSaying = PathOf<FigureMessages>

i18n.global.mergeLocaleMessage('en', { figures: en })
i18n.global.mergeLocaleMessage('fr', { figures: fr })

/** What these pages say things with: a wrong key does not compile. */
export function useFigureWords() {
  const { t, locale } = useI18n({ useScope: 'global' })
  return {
    language: locale as Ref<Language>,
    say: (saying: FigureSaying, named: Record<string, string | number> = {}): string =>
      t(`figures.${saying}`, named),
    /** A sentence that depends on how many. */
    count: (
      saying: FigureSaying,
      count: number,
      named: Record<string, string | number> = {},
    ): string =>
      t(
        `figures.${saying}`,
        { count: countText(count, locale.value as Language), ...named },
        count,
      ),
  }
}

/** What says a sentence, in the language of the screen. */
export type FigureVoice = Pick<ReturnType<typeof useFigureWords>, 'say' | 'count'>
