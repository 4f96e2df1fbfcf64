// What can be asked of an office. A command says what is wanted; `decide` says whether it happens.
import type { ArrivedVia, AskedFor, Availability, Place } from './facts.ts'
import type { Language, OfficeSettings, Priority } from './settings.ts'

export type Command =
  | { do: 'configure'; settings: OfficeSettings }
  | { do: 'take-counter'; counter: string; services?: readonly string[] | null }
  | { do: 'change-availability'; availability: Availability }
  | { do: 'sign-off' }
  | {
      do: 'arrive'
      visit: string
      requests: readonly AskedFor[]
      language: Language
      priority: Priority
      via: ArrivedVia
      /** The counter at which the asking agent serves it at once; absent: it waits. */
      serveAt?: string
    }
  | { do: 'call-next'; counter: string }
  | { do: 'call'; visit: string; counter?: string }
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
  | { do: 'add-request'; visit: string; request: AskedFor }
  | { do: 'switch-request'; visit: string; request: number }
  | {
      do: 'change'
      visit: string
      priority?: Priority
      request?: { id: number } & Partial<AskedFor>
      /** A name or note changes with this command. */
      details?: boolean
    }
  | { do: 'finish'; visit: string; quantity?: number; outcome?: string; timesWrong?: boolean }
  | { do: 'no-show'; visit: string }
  | { do: 'leave'; visit: string; by: 'staff' | 'citizen' }
  | { do: 'bring-back'; visit: string; place: Place }
  | { do: 'undo'; visit: string }
  /** The night: closes every live visit that arrived on a day before `day`. */
  | { do: 'close-day'; day: string }

export type CommandOf<Name extends Command['do']> = Extract<Command, { do: Name }>
