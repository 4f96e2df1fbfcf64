// What every figure is called and means, in the language of the screen: the rules' own words.
import { computed } from 'vue'
import { DEFINITIONS, type FigureDefinition } from '#protocol'
import { useFigureWords } from '../words.ts'

/** Every figure that has a definition. */
export type FigureName = FigureDefinition['key']

const BY_KEY = new Map(DEFINITIONS.map((each) => [each.key, each]))

export function useDefinitions() {
  const { language } = useFigureWords()
  const all = computed(() =>
    DEFINITIONS.map(({ key, name, means }) => ({
      ...{ key, name: name[language.value], text: means[language.value] },
    })),
  )
  return {
    all,
    name: (figure: FigureName): string => BY_KEY.get(figure)?.name[language.value] ?? figure,
    text: (figure: FigureName): string => BY_KEY.get(figure)?.means[language.value] ?? '',
  }
}
