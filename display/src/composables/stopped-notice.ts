// While an office gives no more numbers, its boards say so, as its public page does. Pure.
import { LANGUAGES, publicNow, type Words } from '#protocol'
import type { Room } from './board-view.ts'

/** Null: it gives numbers, or is closed. */
export function stoppedNotice(
  { office, intake }: Pick<Room, 'office' | 'intake'>,
  at: number,
): { id: string; words: Words } | null {
  if (intake?.why !== 'stopped') return null
  const [en = '', fr = ''] = LANGUAGES.map((language) => {
    const { status, because, next } = publicNow(office, intake, 0, language, at)
    return [`${status}.`, because, next].filter((part) => part !== '').join(' ')
  })
  return { id: 'stopped', words: { en, fr } }
}
