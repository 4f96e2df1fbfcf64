// While an office gives no numbers, its boards say so, as its public page does. Pure.
import { LANGUAGES, noNumbersText, type Words } from '#protocol'
import type { Room } from './board-view.ts'

/** Null: it gives them. `still`: what is said to those who wait in an office that has closed. */
export function noNumbersNotice(
  { office, intake }: Pick<Room, 'office' | 'intake'>,
  at: number,
  still: Words | null,
): { id: string; words: Words } | null {
  if (!intake) return null
  const [en = '', fr = ''] = LANGUAGES.map((language) => {
    const told = noNumbersText(office, intake, language, at)
    if (!told) return ''
    const rest = intake.why !== 'stopped' && still ? still[language] : ''
    return [told.status, told.more, rest].filter((part) => part !== '').join(' ')
  })
  return en === '' ? null : { id: 'no-numbers', words: { en, fr } }
}
