// What can be asked of an office. A command says what is wanted; `decide` says whether it happens.
import type {
  ArrivalDetails,
  ArrivedVia,
  AskedFor,
  Availability,
  Place,
  WorkProfile,
} from './facts.ts'
import type { StopReason } from './intake.ts'
import type { Board, Medium, Notice, OfficePack, Recording } from './room.ts'
import type { Language, OfficeSettings } from './settings.ts'
import type { Visit } from './visit.ts'

/** One ticket of a paper roll, written down while everything was down. Instants in UTC ms. */
export interface PaperTicket {
  readonly visit: string
  /** As printed on the roll, from 1; each once a day. */
  readonly number: number
  readonly requests: readonly AskedFor[]
  readonly language: Language
  readonly priority: string
  readonly arrivedAt: number
  /** Absent: not served yet. */
  readonly begunAt?: number
  /** Absent: still waiting, and not begun. */
  readonly endedAt?: number
  /** How it ended, when it did. */
  readonly ended?: 'served' | 'left'
  /** The counter at which it was served. */
  readonly counter?: string
}

/** A number that a kiosk gave while it was cut off. */
export interface OfflineTicket {
  readonly visit: string
  /** Of a series that no service and no other kiosk has; `value` from 1. */
  readonly number: { readonly prefix: string; readonly value: number }
  readonly requests: readonly AskedFor[]
  readonly language: Language
  readonly details?: ArrivalDetails
  /** UTC ms, by the kiosk's clock: not believed when it cannot be. */
  readonly arrivedAt: number
  /** The visit which the office made of the same request, whose answer the kiosk never had. */
  readonly instead?: string
}

export type Command =
  | { do: 'configure'; settings: OfficeSettings }
  | ({ do: 'take-counter'; counter: string } & Partial<WorkProfile>)
  /** `backAt`: when they mean to be back, UTC ms. */
  | { do: 'change-availability'; availability: Availability; reason?: string; backAt?: number }
  /** `open`: what becomes of the visit at the counter; absent: refused while there is one. */
  | { do: 'sign-off'; open?: 'return' | 'hold' | 'finish' }
  | { do: 'count-door'; people: number }
  /** No more tickets for a service, or (null) for anything, until `until` (UTC ms) or the day is over. */
  | { do: 'stop-intake'; service: string | null; reason: StopReason; until?: number }
  | { do: 'resume-intake'; service: string | null }
  | { do: 'put-board'; board: Board }
  | { do: 'remove-board'; board: string }
  /** `isNew`: otherwise there must be one of this id. */
  | { do: 'put-notice'; notice: Notice; isNew: boolean }
  | { do: 'remove-notice'; notice: string }
  | { do: 'put-medium'; medium: Medium; isNew: boolean }
  | { do: 'remove-medium'; medium: string }
  /** Each medium of the office once. */
  | { do: 'order-playlist'; media: readonly string[] }
  | { do: 'put-recording'; recording: Recording }
  | { do: 'remove-recording'; language: Language; word: string }
  /** Each takes the place of the office's pack of its language. */
  | { do: 'put-voice-packs'; packs: readonly OfficePack[] }
  | { do: 'remove-voice-pack'; language: Language }
  | { do: 'call-help'; alarm: string }
  | { do: 'accept-help'; alarm: string }
  | { do: 'end-help'; alarm: string }
  | {
      do: 'arrive'
      visit: string
      requests: readonly AskedFor[]
      language: Language
      priority: string
      via: ArrivedVia
      details?: ArrivalDetails
      /** The counter at which the asking agent serves it at once; absent: it waits. */
      serveAt?: string
      /** Joins from afar, and is expected until `be-present`. */
      expected?: true
    }
  /** Who was expected is here. */
  | { do: 'be-present'; visit: string }
  /** The citizen asks to be called later. */
  | { do: 'more-time'; visit: string }
  | ({ do: 'enter-paper-ticket' } & PaperTicket)
  | ({ do: 'join-offline-ticket' } & OfflineTicket)
  | { do: 'call-next'; counter: string }
  | { do: 'call'; visit: string; counter?: string }
  /** Beyond the office's number of recalls, this makes it a no-show. */
  | { do: 'recall'; visit: string }
  | { do: 'begin'; visit: string; counter?: string }
  | { do: 'hold'; visit: string; reason?: string; backAt?: number }
  | { do: 'return'; visit: string; place: Place }
  | {
      do: 'transfer'
      visit: string
      to: { service?: string; counter?: string; agent?: string }
      place: Place
    }
  /** To another office: decided in both, see `decideSending`. `service`: what is asked for there. */
  | { do: 'send'; visit: string; office: string; service?: string }
  | { do: 'assign'; visit: string; agent: string | null }
  /** Just before another waiting visit, or first, or last. */
  | { do: 'reorder'; visit: string; to: { before: string } | 'first' | 'last'; reason: string }
  /** `afterwards`: the current request stays current; else the new one becomes it. */
  | { do: 'add-request'; visit: string; request: AskedFor; afterwards?: boolean }
  | { do: 'switch-request'; visit: string; request: number }
  | {
      do: 'change'
      visit: string
      priority?: string
      request?: { id: number } & Partial<AskedFor>
      /** What changes of it; `party: 1`, `counterKind: null` and `unhurried: false` take it away. */
      visitDetails?: { party?: number; counterKind?: string | null; unhurried?: boolean }
      /** A name, note, contact or need changes with this command. */
      details?: boolean
    }
  /** What another system says of the person: whoever has the visit, since a program tells it. */
  | { do: 'change-card'; visit: string }
  | { do: 'finish'; visit: string; quantity?: number; outcome?: string; timesWrong?: boolean }
  | { do: 'mark-times-wrong'; visit: string }
  | { do: 'no-show'; visit: string }
  | { do: 'leave'; visit: string; by: 'staff' | 'citizen' }
  | { do: 'bring-back'; visit: string; place: Place }
  | {
      do: 'correct'
      visit: string
      to: 'served' | 'left' | 'no-show'
      endedAt: number
      reason: string
      /** The visit as its facts make it, for when the office has let go of its day: the door's. */
      known?: Visit
    }
  | { do: 'undo'; visit: string }
  /** The office's own clock: does what is due (see `due.ts`). Changes nothing when nothing is. */
  | { do: 'mind-clock' }
  /** The night: closes every live visit that arrived on a day before `day`. */
  | { do: 'close-day'; day: string }

export type CommandOf<Name extends Command['do']> = Extract<Command, { do: Name }>
