// What an office has in its waiting room besides the calls: boards, what they announce, what they
// play, and the recordings in the office's own voice. Pure data and the few rules about it.
import type { Language, OfficeSettings, OpenSpan, Words } from './settings.ts'

export const LAYOUTS = ['calls', 'waiting', 'media'] as const
export type Layout = (typeof LAYOUTS)[number]

/** By what people are called: `nobody` is for offices in which nobody is called by a board. */
export const CALLED_BY = ['ticket', 'name', 'nobody'] as const
export type CalledBy = (typeof CALLED_BY)[number]

/** One board's profile: several displays may show the same. */
export interface Board {
  readonly code: string
  readonly name: Words
  /** Calls only, calls beside the waiting list, or calls beside media. */
  readonly layout: Layout
  /** `name`: the first name and an initial of those who agreed, the ticket of everybody else. */
  readonly calledBy: CalledBy
  /** Codes of the services whose calls and lines it shows; null: all. */
  readonly services: readonly string[] | null
  /** Codes of the counters of its zone; null: all. */
  readonly counters: readonly string[] | null
  /** How many of the last calls stay beside the newest, 0 to 12. */
  readonly last: number
  /** When a last call goes: once service begins, or only by time; after `minutes` (1 to 240) anyway. */
  readonly stays: { readonly until: 'begun' | 'time'; readonly minutes: number }
  readonly shows: {
    /** How many of the next numbers, 0 to 12. */
    readonly next: number
    /** How many wait, by service. */
    readonly waiting: boolean
    /** Which counters are open. */
    readonly counters: boolean
    /** The code by which people join or follow by phone. */
    readonly joinCode: boolean
  }
  /** Ids of what it plays, in this order; null: all that the office has. */
  readonly playlist: readonly string[] | null
  /** 0 (none) to 100. */
  readonly chimeVolume: number
  readonly voice: {
    readonly isOn: boolean
    /** 0 to 100. */
    readonly volume: number
    /** Spoken in these, one after the other. */
    readonly languages: readonly Language[]
    /** Whether the language of the ticket comes first, or always the first of `languages`. */
    readonly first: 'ticket' | 'listed'
  }
  /** Neither chime nor voice then: minutes of the office's day, in order, without overlap. */
  readonly quietHours: readonly OpenSpan[]
  /** Ids of the displays that show it without being told by their address. */
  readonly devices: readonly string[]
}

/** What boards tell people who wait. */
export interface Notice {
  readonly id: string
  readonly words: Words
  /** Interrupts what the board plays. */
  readonly isUrgent: boolean
  /** UTC ms; null: from now on, for good. */
  readonly from: number | null
  readonly until: number | null
  /** Days of the week on which it shows, 1 (Monday) to 7; empty: every day. */
  readonly days: readonly number[]
  /** Minutes of the office's day in which it shows; null: all day. */
  readonly hours: OpenSpan | null
  /** Codes of the boards that show it; null: all. */
  readonly boards: readonly string[] | null
}

/** An image or a muted video; its bytes lie in a file under its hash. */
export interface Medium {
  readonly id: string
  /** As the office calls it. */
  readonly name: string
  /** Media type, such as image/png. */
  readonly type: string
  readonly bytes: number
  /** SHA-256, as hexadecimal. */
  readonly hash: string
  /** How long an image is shown, 3 to 600; null: a video, which plays once. */
  readonly seconds: number | null
  /** What it says, for those who cannot see it. */
  readonly alt: Words | null
}

/** A word as the office itself has spoken it; its sound lies in a file under its hash. */
export interface Recording {
  readonly language: Language
  readonly word: string
  readonly type: string
  readonly bytes: number
  readonly hash: string
}

/** An uploaded voice pack of one language: human recordings of letters and numbers. */
export interface OfficePack {
  readonly language: Language
  /** Of its folder on disk: never used again. */
  readonly id: string
  /** As its archive calls it, such as fr_CA. */
  readonly name: string
  /** Of all its sounds. */
  readonly bytes: number
}

/** Each list is in the order in which it is shown. */
export interface Room {
  readonly boards: readonly Board[]
  readonly notices: readonly Notice[]
  readonly media: readonly Medium[]
  readonly recordings: readonly Recording[]
  /** One a language at most. */
  readonly packs: readonly OfficePack[]
}
export const NO_ROOM: Room = { boards: [], notices: [], media: [], recordings: [], packs: [] }

/** How many of each an office may have. */
export const ROOM_MOST = { boards: 20, notices: 60, media: 100, recordings: 600 } as const

/** A board whose office has not said anything about it. */
export const USUAL_BOARD: Board = {
  code: 'main',
  name: { en: 'Board', fr: 'Tableau' },
  layout: 'calls',
  calledBy: 'ticket',
  services: null,
  counters: null,
  last: 6,
  stays: { until: 'begun', minutes: 30 },
  shows: { next: 0, waiting: true, counters: false, joinCode: true },
  playlist: null,
  chimeVolume: 70,
  voice: { isOn: true, volume: 80, languages: ['en', 'fr'], first: 'ticket' },
  quietHours: [],
  devices: [],
}

/** The boards of an office; one usual one where it has set up none. */
export function boardsOf(
  { boards }: Pick<Room, 'boards'>,
  settings: Pick<OfficeSettings, 'reception'> | null,
): readonly Board[] {
  if (boards.length > 0) return boards
  const isDirect = settings?.reception === false
  return [isDirect ? { ...USUAL_BOARD, calledBy: 'nobody' } : USUAL_BOARD]
}

/** Whether the office calls by name on any of its boards: only then are people asked. */
export function callsByName({ boards }: Pick<Room, 'boards'>): boolean {
  return boards.some(({ calledBy }) => calledBy === 'name')
}

/** Whether a call of this service to this counter is one for this board. */
export function isForBoard(
  board: Pick<Board, 'services' | 'counters'>,
  call: { readonly service: string; readonly counter: string },
): boolean {
  const { services, counters } = board
  const isOurs = services === null || services.includes(call.service)
  return isOurs && (counters === null || counters.includes(call.counter))
}

/**
 * The board that a display shows: the one its address names, or the one it is bound to, or the
 * first. Undefined only when there is none at all.
 */
export function boardOfDisplay<B extends Pick<Board, 'code' | 'devices'>>(
  boards: readonly B[],
  asked: string,
  device: string | null,
): B | undefined {
  const named = boards.find(({ code }) => code === asked)
  const bound = boards.find(({ devices }) => device !== null && devices.includes(device))
  return named ?? bound ?? boards[0]
}

/** What the room calls somebody who agreed: the first name, and the initial of what follows it. */
export function calledName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const initial = [...(rest.at(-1) ?? '')][0]
  return initial === undefined ? first : `${first} ${initial.toLocaleUpperCase('en')}.`
}
