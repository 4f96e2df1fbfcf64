// What an office has set up in its waiting room, as boards are told it.
import { createHash } from 'node:crypto'
import { boardsOf, type Board, type Medium, type Notice } from '../../domain/room.ts'
import type { Snapshot } from '../../office/asking.ts'
import type {
  BoardSettings,
  MediumInfo,
  NoticeInfo,
  RecordingInfo,
} from '../../protocol/room-contract.ts'
import type { BoardRow } from '../../protocol/views.ts'
import { mediumPath, soundPath } from './file-address.ts'

const BOARD = 'board:'
const instant = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString()

export function boardInfo(board: Board): BoardSettings {
  const { services, counters, playlist, voice } = board
  return {
    ...board,
    services: services && [...services],
    counters: counters && [...counters],
    playlist: playlist && [...playlist],
    voice: { ...voice, languages: [...voice.languages] },
    quietHours: [...board.quietHours],
    devices: [...board.devices],
  }
}

export function noticeInfo(notice: Notice): NoticeInfo {
  const { from, until, days, boards } = notice
  return {
    ...notice,
    from: instant(from),
    until: instant(until),
    days: [...days],
    boards: boards && [...boards],
  }
}

export function mediumInfo(office: string, medium: Medium): MediumInfo {
  const { hash: _, ...known } = medium
  return { ...known, path: mediumPath(office, medium) }
}

export function recordingInfo(
  office: string,
  { hash, ...recording }: Snapshot['state']['room']['recordings'][number],
): RecordingInfo {
  return { ...recording, path: soundPath(office, hash) }
}

const boards = ({ state }: Snapshot): readonly Board[] => boardsOf(state.room, state.settings)

export function boardIds(office: Snapshot): string[] {
  return boards(office).map(({ code }) => BOARD + code)
}

/** Null when it is the id of something else, or of a board that is there no more. */
export function roomRow(office: Snapshot, id: string): BoardRow | null {
  const { room, settings } = office.state
  if (id === 'notices') return { id, kind: 'notices', notices: room.notices.map(noticeInfo) }
  if (id === 'playlist') {
    const media = room.media.map((medium) => {
      const { name: _name, bytes: _bytes, ...shown } = mediumInfo(office.state.office, medium)
      return shown
    })
    return { id, kind: 'playlist', media }
  }
  // What can be said depends on recordings and packs, and on what the counters are called.
  if (id === 'voice') {
    const revision = hashOf([room.recordings, room.packs, settings?.counters])
    return { id, kind: 'voice', revision }
  }
  if (!id.startsWith(BOARD)) return null
  const board = boards(office).find(({ code }) => BOARD + code === id)
  return board ? { id, kind: 'board', ...boardInfo(board) } : null
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
