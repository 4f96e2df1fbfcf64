// The guarded routes of waiting rooms, with bodies that are well formed.
import { USUAL_BOARD } from '#protocol'

const { code: _, ...BOARD } = USUAL_BOARD
const NOTICE = {
  ...{ words: { en: 'Closed', fr: 'Fermé' }, isUrgent: false },
  ...{ from: null, until: null, days: [], hours: null, boards: null },
}
const ROOM = '/offices/victoria'

/** What displays may see. */
export const ROOM_SEEN: [method: string, path: string][] = [
  ['GET', `${ROOM}/sign`],
  ['GET', `${ROOM}/voice`],
  ['GET', `${ROOM}/boards`],
  ['GET', `${ROOM}/notices`],
  ['GET', `${ROOM}/media`],
  ['GET', `${ROOM}/recordings`],
  ['GET', `${ROOM}/voice-packs`],
]
/** What the office's manager may change. */
export const ROOM_SET_UP: [method: string, path: string, body?: unknown][] = [
  ['PUT', `${ROOM}/boards/x`, BOARD],
  ['DELETE', `${ROOM}/boards/x`],
  ['POST', `${ROOM}/notices`, NOTICE],
  ['PUT', `${ROOM}/notices/x`, NOTICE],
  ['DELETE', `${ROOM}/notices/x`],
  ['POST', `${ROOM}/media?name=x`],
  ['PUT', `${ROOM}/media/x`, { name: 'x', alt: null }],
  ['DELETE', `${ROOM}/media/x`],
  ['PUT', `${ROOM}/playlist`, { media: [] }],
  ['PUT', `${ROOM}/recordings/en/a`],
  ['DELETE', `${ROOM}/recordings/en/a`],
  ['POST', `${ROOM}/voice-packs`],
  ['DELETE', `${ROOM}/voice-packs/en`],
]

/** The path as the description of the API has it. */
export function roomPath(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replace(/(board|notice)s\/x/, '$1s/{$1}')
    .replace('media/x', 'media/{medium}')
    .replace('recordings/en/a', 'recordings/{language}/{word}')
    .replace('voice-packs/en', 'voice-packs/{language}')
}
