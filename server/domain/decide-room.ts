// What an office sets up in its waiting room: boards, notices, media, recordings, voice packs. Putting
// what is there already changes nothing. `decide` asks these.
import type { Command, CommandOf } from './commands.ts'
import type { Deciding } from './deciding.ts'
import { Refused } from './refusals.ts'
import { ROOM_MOST } from './room.ts'

export type RoomCommand = CommandOf<
  | ('put-board' | 'remove-board' | 'put-notice' | 'remove-notice')
  | ('put-medium' | 'remove-medium' | 'order-playlist' | 'put-recording' | 'remove-recording')
  | ('put-voice-packs' | 'remove-voice-pack')
>

export function isOfRoom(command: Command): command is RoomCommand {
  return ROOM_COMMANDS.some((each) => each === command.do)
}
const ROOM_COMMANDS = [
  ...(['put-board', 'remove-board', 'put-notice', 'remove-notice'] as const),
  ...(['put-medium', 'remove-medium', 'order-playlist'] as const),
  ...(['put-recording', 'remove-recording', 'put-voice-packs', 'remove-voice-pack'] as const),
] satisfies RoomCommand['do'][]

export function changeRoom(d: Deciding, command: RoomCommand): void {
  const { room } = d.state
  switch (command.do) {
    case 'put-board':
      return putBoard(d, command)
    case 'remove-board': {
      const { board } = command
      if (!room.boards.some(({ code }) => code === board))
        throw new Refused('board-unknown', { board })
      return d.record({ type: 'board-removed', board })
    }
    case 'put-notice':
      return putNotice(d, command)
    case 'remove-notice': {
      const { notice } = command
      known(room.notices, notice, 'notice-unknown')
      return d.record({ type: 'notice-removed', notice })
    }
    case 'put-medium':
      return putMedium(d, command)
    case 'remove-medium': {
      const { medium } = command
      known(room.media, medium, 'medium-unknown')
      return d.record({ type: 'medium-removed', medium })
    }
    case 'order-playlist':
      return orderPlaylist(d, command)
    case 'put-recording':
      return putRecording(d, command)
    case 'remove-recording': {
      const { language, word } = command
      const isThere = room.recordings.some(
        (each) => each.language === language && each.word === word,
      )
      if (!isThere) throw new Refused('recording-unknown', { language, word })
      return d.record({ type: 'recording-removed', language, word })
    }
    case 'put-voice-packs':
      for (const pack of command.packs) d.record({ type: 'voice-pack-put', pack })
      return
    case 'remove-voice-pack': {
      const { language } = command
      if (!room.packs.some((pack) => pack.language === language))
        throw new Refused('voice-pack-unknown', { language })
      return d.record({ type: 'voice-pack-removed', language })
    }
  }
}

function putBoard(d: Deciding, { board }: CommandOf<'put-board'>): void {
  const { boards, media } = d.state.room
  for (const service of board.services ?? []) d.service(service)
  for (const counter of board.counters ?? []) d.counter(counter)
  for (const medium of board.playlist ?? []) known(media, medium, 'medium-unknown')
  const there = boards.find(({ code }) => code === board.code)
  if (isSame(there, board)) return
  if (!there) roomFor(d, 'boards')
  d.record({ type: 'board-put', board })
}

/** `isNew`: it gets a place of its own; otherwise it must be there. */
function putNotice(d: Deciding, { notice, isNew }: CommandOf<'put-notice'>): void {
  const { notices } = d.state.room
  if (isNew) roomFor(d, 'notices')
  else if (isSame(known(notices, notice.id, 'notice-unknown'), notice)) return
  d.record({ type: 'notice-put', notice })
}

function putMedium(d: Deciding, { medium, isNew }: CommandOf<'put-medium'>): void {
  const { media } = d.state.room
  if (isNew) roomFor(d, 'media')
  else if (isSame(known(media, medium.id, 'medium-unknown'), medium)) return
  d.record({ type: 'medium-put', medium })
}

function orderPlaylist(d: Deciding, { media }: CommandOf<'order-playlist'>): void {
  const now = d.state.room.media.map(({ id }) => id)
  if (media.length !== now.length || !now.every((id) => media.includes(id))) {
    throw new Refused('playlist-incomplete')
  }
  if (!isSame(media, now)) d.record({ type: 'playlist-ordered', media })
}

function putRecording(d: Deciding, { recording }: CommandOf<'put-recording'>): void {
  const { recordings } = d.state.room
  const { language, word } = recording
  const there = recordings.find((each) => each.language === language && each.word === word)
  if (isSame(there, recording)) return
  if (!there) roomFor(d, 'recordings')
  d.record({ type: 'recording-put', recording })
}

function known<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  code: 'notice-unknown' | 'medium-unknown',
): T {
  const found = list.find((each) => each.id === id)
  if (!found) throw new Refused(code, { id })
  return found
}

function roomFor({ state }: Deciding, part: keyof typeof ROOM_MOST): void {
  const most = ROOM_MOST[part]
  if (state.room[part].length >= most) throw new Refused('room-full', { most })
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
