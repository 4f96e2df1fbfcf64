// What a filter leaves, in words: for the head of a report, on screen and on paper.
import type { FigureFilter } from '#protocol'
import { useWords } from '../../../src/i18n.ts'
import { useFigureWords } from '../words.ts'
import { listText } from './figure-text.ts'
import { useReportNames } from './report-words.ts'

export function useFilterText(): (filter: FigureFilter) => string {
  const { say, language } = useFigureWords()
  const desk = useWords()
  const names = useReportNames()
  const listed = (texts: readonly string[]): string => listText(texts, language.value)

  /** Whoever has one office alone reads its name, on paper too. */
  function allOffices(): string {
    const [only, ...others] = names.words.offices
    return only && others.length === 0 ? names.name('offices', only.code) : say('filter.allOffices')
  }
  return (filter) => {
    const where =
      filter.offices === undefined
        ? filter.region === undefined
          ? allOffices()
          : names.name('regions', filter.region)
        : listed(filter.offices.map((code) => names.name('offices', code)))
    const parts = [
      where,
      ...(['services', 'categories', 'programmes', 'agentGroups'] as const).map((kind) =>
        listed((filter[kind] ?? []).map((code) => names.name(kind, code))),
      ),
      listed((filter.channels ?? []).map((code) => desk.say(`channels.${code}`))),
      filter.kind === undefined ? '' : say(`kinds.${filter.kind}`),
      listed((filter.outcomes ?? []).map((each) => say(`outcomes.${each}`))),
      listed((filter.agents ?? []).map((id) => names.agent(id))),
      filter.targetMinutes === undefined
        ? ''
        : say('filter.targetOf', { minutes: filter.targetMinutes }),
      filter.flagged === undefined || filter.flagged === 'with'
        ? ''
        : say(`filter.flagged.${filter.flagged}`),
    ]
    return parts.filter((part) => part !== '').join(' · ')
  }
}
