// Types in a paper roll, line by line. Each line is sent by itself with a key of its own, so that a
// line that got no answer can be sent again and counts once.
import { reactive } from 'vue'
import { ApiError } from '#protocol'
import type { Saying } from '../i18n.ts'
import type { DeskPart } from './desk-part.ts'
import { fromVisitAnswer } from './newest.ts'
import {
  checkEntry,
  entryAfter,
  firstEntry,
  type PaperEntry,
  type PaperFault,
} from './paper-lines.ts'
import { problemKey } from './problem-key.ts'
import { createRetryKey, type RetryKey } from './retry-key.ts'
import { useClock } from './use-clock.ts'
import type { Commands } from './use-commands.ts'

export interface PaperLine {
  readonly id: number
  readonly entry: PaperEntry
  status: 'open' | 'sending' | 'saved' | 'refused'
  /** What is wrong with it, or that it was not sent. */
  saying: Saying | null
  fault: PaperFault | null
  /** As the office has it now. */
  ticket: string | null
}

interface Roll {
  readonly lines: PaperLine[]
  readonly keys: Map<number, RetryKey>
}

/** One for each signed-in desk: a roll half typed outlives the panel. */
const rolls = new WeakMap<Commands, Roll>()

function lineOf(id: number, entry: PaperEntry): PaperLine {
  return { id, entry, status: 'open', saying: null, fault: null, ticket: null }
}

export function usePaper(part: DeskPart) {
  const clock = useClock()
  const kept = rolls.get(part.commands)
  const roll = kept ?? { lines: reactive([lineOf(1, firstEntry())]), keys: new Map() }
  rolls.set(part.commands, roll)
  const { lines, keys } = roll

  function keyOf(line: PaperLine): RetryKey {
    const key = keys.get(line.id) ?? createRetryKey()
    keys.set(line.id, key)
    return key
  }

  async function send(line: PaperLine, timeZone: string): Promise<void> {
    const { ticket, fault } = checkEntry(line.entry, clock.read(), timeZone)
    line.fault = fault
    line.saying = fault === null ? null : `greeter.paper.faults.${fault}`
    if (ticket === null) return
    const intent = JSON.stringify(ticket)
    const retry = keyOf(line)
    const key = retry.keyFor(intent)
    line.status = 'sending'
    follow(line)
    try {
      const answer = await part.api.enterPaperTicket(part.office, ticket, key)
      keys.delete(line.id)
      line.status = 'saved'
      line.ticket = answer.ticket
      part.show(fromVisitAnswer(answer))
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'other'
      if (code === 'unreachable') retry.keep(intent, key)
      else retry.forget()
      line.status = 'refused'
      line.saying = problemKey(code)
      line.fault = code === 'number-taken' ? 'number' : null
    }
  }

  /** The last line is always one to type in. */
  function follow(line: PaperLine): void {
    if (lines.at(-1)?.id === line.id) lines.push(lineOf(line.id + 1, entryAfter(line.entry)))
  }

  return {
    lines,
    /** Checks and sends a line; says whether it could be sent at all. */
    enter(line: PaperLine): boolean {
      if (line.status === 'sending' || line.status === 'saved') return false
      void send(line, part.desk.office?.timeZone ?? 'UTC')
      return line.fault === null
    },
    /** Takes a line away that was not saved. */
    remove(line: PaperLine): void {
      const at = lines.findIndex((each) => each.id === line.id)
      if (at >= 0 && at < lines.length - 1 && line.status !== 'sending') lines.splice(at, 1)
    },
  }
}
