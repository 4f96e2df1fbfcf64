// The view of a board as its parts are shown: one board's settings, calls, lines, counters, notices and
// media out of everything that the office's boards are told. Pure. What an older server does not
// tell has its usual value.
import {
  boardOfDisplay,
  isForBoard,
  isNoticeShown,
  USUAL_BOARD,
  type BoardSettings,
  type BoardView,
  type BoardVisit,
  type IntakeRow,
  type NoticeInfo,
  type OfficeRow,
  type PlaylistRow,
  type Words,
} from '#protocol'

export type Medium = PlaylistRow['media'][number]

export interface Line {
  code: string
  name: Words
  waiting: number
  /** Minutes; null: nobody can say honestly. */
  estimate: { from: number; to: number } | null
}

export interface OpenCounter {
  code: string
  name: Words
  /** When whoever is on a break there means to be back; null: it is open. */
  isAway: boolean
  backAt: string | null
}

export interface Room {
  office: OfficeRow
  board: BoardSettings
  intake: IntakeRow | null
  calls: BoardVisit[]
  /** People waiting for what this board is about. */
  waiting: number
  lines: Line[]
  counters: OpenCounter[]
  next: string[]
  notices: NoticeInfo[]
  media: Medium[]
  /** Changes when the sounds may have; null: this server has none. */
  voiceRevision: string | null
}

export const USUAL: BoardSettings = {
  ...USUAL_BOARD,
  services: null,
  counters: null,
  playlist: null,
  voice: { ...USUAL_BOARD.voice, languages: [...USUAL_BOARD.voice.languages] },
  quietHours: [],
  devices: [],
}

/** `asked`: the board in the address, empty for none. Null: nothing is known of the office yet. */
export function roomOf(
  { rows }: Pick<BoardView, 'rows'>,
  asked: string,
  device: string | null,
): Room | null {
  const office = rows.find((row) => row.kind === 'office')
  if (!office) return null
  const boards = rows.filter((row) => row.kind === 'board')
  const board = boardOfDisplay<BoardSettings>(boards, asked, device) ?? USUAL
  const lines = linesOf(rows, office, board)
  const total = rows.find((row) => row.kind === 'summary')?.waiting ?? 0
  const sum = lines.reduce((all, { waiting }) => all + waiting, 0)
  const isOfBoard = (row: { board: string }): boolean => row.board === board.code
  const media = rows.find((row) => row.kind === 'playlist')?.media ?? []
  return {
    office,
    board,
    intake: rows.find((row) => row.kind === 'intake') ?? null,
    calls:
      board.calledBy === 'nobody'
        ? []
        : rows.flatMap((row) =>
            row.kind === 'visit' && isForBoard(board, row) ? [forBoard(board, row)] : [],
          ),
    waiting: board.services === null ? total : sum,
    lines,
    counters: countersOf(rows, office, board),
    next: rows.filter((row) => row.kind === 'next').find(isOfBoard)?.tickets ?? [],
    notices: rows.find((row) => row.kind === 'notices')?.notices ?? [],
    media: board.playlist
      ? board.playlist.flatMap((id) => media.find((each) => each.id === id) ?? [])
      : media,
    voiceRevision: rows.find((row) => row.kind === 'voice')?.revision ?? null,
  }
}

type Rows = BoardView['rows']

/** An older server does not count how often it announced. Names are for boards that call by them. */
function forBoard(board: BoardSettings, { name, ...call }: BoardVisit): BoardVisit {
  const times = (call.times as number | undefined) ?? 1
  return { ...call, times, ...(board.calledBy === 'name' && name ? { name } : {}) }
}

function linesOf(rows: Rows, office: OfficeRow, board: BoardSettings): Line[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'service') return []
    const name = office.services.find(({ code }) => code === row.code)?.name
    const isOurs = board.services === null || board.services.includes(row.code)
    if (!name || !isOurs) return []
    return [{ code: row.code, name, waiting: row.waiting, estimate: row.estimate ?? null }]
  })
}

/** In the order in which the office names its counters; those where nobody works are left out. */
function countersOf(rows: Rows, office: OfficeRow, board: BoardSettings): OpenCounter[] {
  return office.counters.flatMap(({ code, name }) => {
    const row = rows.filter((each) => each.kind === 'counter').find((each) => each.code === code)
    const isOurs = board.counters === null || board.counters.includes(code)
    if (!row || row.is === 'closed' || !isOurs) return []
    return [{ code, name, isAway: row.is === 'break', backAt: row.backAt ?? null }]
  })
}

/** Whether this call is one for this board. */
export function isOurs(
  { board }: Pick<Room, 'board'>,
  call: { service: string; counter: string },
): boolean {
  return board.calledBy !== 'nobody' && isForBoard(board, call)
}

/** The notices that this board shows at `at` (UTC ms by the server's clock), urgent ones apart. */
export function noticesNow(
  { notices, board, office }: Pick<Room, 'notices' | 'board' | 'office'>,
  at: number,
): { urgent: NoticeInfo[]; usual: NoticeInfo[] } {
  const shown = notices.filter((each) => isNoticeShown(each, board.code, at, office.timeZone))
  return {
    urgent: shown.filter(({ isUrgent }) => isUrgent),
    usual: shown.filter(({ isUrgent }) => !isUrgent),
  }
}
