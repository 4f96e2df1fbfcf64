// What people answered while taking a ticket, for whoever serves them: a card that is forgotten with
// the note when the visit is over, in the language in which they read the questions.
import type { Language, OfficeSettings, Words } from '../../domain/settings.ts'
import type { NewVisit } from '../../protocol/requests.ts'
import type { ContextCard } from '../../protocol/views.ts'

const SOURCE: Words = { en: 'Answers given on arrival', fr: 'Réponses données à l’arrivée' }
const YES: Words = { en: 'Yes', fr: 'Oui' }
const NO: Words = { en: 'No', fr: 'Non' }

/**
 * The card of the answers to questions that the asked services have now; null when there is none. A
 * kiosk may have shown a question that the office has dropped since: that is no reason to refuse.
 */
export function answersCard(
  settings: Pick<OfficeSettings, 'services'>,
  { requests, answers = [] }: Pick<NewVisit, 'requests' | 'answers'>,
  language: Language,
): ContextCard | null {
  const asked = new Set(requests.map(({ service }) => service))
  const lines = settings.services
    .filter(({ code }) => asked.has(code))
    .flatMap(({ code, questions = [] }) =>
      questions.flatMap((question) => {
        const given = answers.findLast(
          (each) => each.service === code && each.question === question.code,
        )
        if (!given) return []
        return [{ label: question.words[language], text: (given.yes ? YES : NO)[language] }]
      }),
    )
  return lines.length === 0 ? null : { source: SOURCE[language], lines }
}
