// The facts of a waiting room, and the room after each.
import type { Language } from './settings.ts'
import type { Board, Medium, Notice, OfficePack, Recording, Room } from './room.ts'

export type RoomFact =
  | { type: 'board-put'; board: Board }
  | { type: 'board-removed'; board: string }
  | { type: 'notice-put'; notice: Notice }
  | { type: 'notice-removed'; notice: string }
  | { type: 'medium-put'; medium: Medium }
  | { type: 'medium-removed'; medium: string }
  /** Ids of all media, in their new order. */
  | { type: 'playlist-ordered'; media: readonly string[] }
  | { type: 'recording-put'; recording: Recording }
  | { type: 'recording-removed'; language: Language; word: string }
  /** In the place of the one before, of the same language. */
  | { type: 'voice-pack-put'; pack: OfficePack }
  | { type: 'voice-pack-removed'; language: Language }

/** What was there keeps its place, what is new comes last. */
export function applyToRoom(room: Room, fact: RoomFact): Room {
  switch (fact.type) {
    case 'board-put':
      return { ...room, boards: put(room.boards, fact.board, ({ code }) => code) }
    case 'board-removed':
      return { ...room, boards: room.boards.filter(({ code }) => code !== fact.board) }
    case 'notice-put':
      return { ...room, notices: put(room.notices, fact.notice, ({ id }) => id) }
    case 'notice-removed':
      return { ...room, notices: room.notices.filter(({ id }) => id !== fact.notice) }
    case 'medium-put':
      return { ...room, media: put(room.media, fact.medium, ({ id }) => id) }
    case 'medium-removed':
      return withoutMedium(room, fact.medium)
    case 'playlist-ordered': {
      const place = new Map(fact.media.map((id, index) => [id, index]))
      const placeOf = ({ id }: Medium): number => place.get(id) ?? room.media.length
      return { ...room, media: room.media.toSorted((a, b) => placeOf(a) - placeOf(b)) }
    }
    case 'recording-put':
      return { ...room, recordings: put(room.recordings, fact.recording, spoken) }
    case 'recording-removed': {
      const gone = spoken(fact)
      return { ...room, recordings: room.recordings.filter((each) => spoken(each) !== gone) }
    }
    case 'voice-pack-put':
      return { ...room, packs: put(room.packs, fact.pack, ({ language }) => language) }
    case 'voice-pack-removed':
      return { ...room, packs: room.packs.filter(({ language }) => language !== fact.language) }
  }
}

const spoken = ({ language, word }: { language: Language; word: string }): string =>
  `${language} ${word}`

function put<T>(list: readonly T[], one: T, keyOf: (each: T) => string): readonly T[] {
  const key = keyOf(one)
  const isThere = list.some((each) => keyOf(each) === key)
  return isThere ? list.map((each) => (keyOf(each) === key ? one : each)) : [...list, one]
}

/** No board plays it any more. */
function withoutMedium(room: Room, medium: string): Room {
  return {
    ...room,
    media: room.media.filter(({ id }) => id !== medium),
    boards: room.boards.map((board) =>
      board.playlist?.includes(medium)
        ? { ...board, playlist: board.playlist.filter((id) => id !== medium) }
        : board,
    ),
  }
}
