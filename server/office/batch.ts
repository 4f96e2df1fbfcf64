// A batch under way: commands decided one after another on a state that nobody else sees until the
// commit is done. One bad command never fails its neighbours.
import type { KeyUsed } from '../db/office-writer.ts'
import type { Fact } from '../domain/facts.ts'
import { decide } from '../domain/decide.ts'
import { decideSending } from '../domain/decide-send.ts'
import type { Command, CommandOf } from '../domain/commands.ts'
import type { Answer, Ask, Snapshot } from './asking.ts'
import type { LiveOffice } from './live-offices.ts'
import { PendingOffice } from './pending-office.ts'

/** A command on its way, and how to tell whoever asked. */
export interface Waiting {
  readonly ask: Ask
  readonly answer: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

export class Batch {
  /** Whether somebody was refused, or found nobody to call: nothing is written that would tell. */
  hasEmptyHands = false
  readonly keys: KeyUsed[] = []
  private readonly pending = new Map<string, PendingOffice>()
  /** What to tell each asker once the commit is done; a refusal rests on pending state too. */
  private readonly replies: (() => void)[] = []

  constructor(
    waiting: readonly Waiting[],
    officeOf: (code: string) => LiveOffice | undefined,
    now: () => number,
  ) {
    for (const each of waiting) {
      try {
        const answer = this.decideOne(each.ask, officeOf, now())
        this.replies.push(() => {
          each.answer(answer)
        })
      } catch (error) {
        this.replies.push(() => {
          each.fail(error)
        })
      }
    }
  }

  /** The offices that were asked. */
  offices(): string[] {
    return [...this.pending.keys()]
  }

  /** The offices as this batch leaves them, in one order everywhere; less those without facts. */
  results(): PendingOffice[] {
    return [...this.pending.values()]
      .filter((each) => each.facts.length > 0)
      .sort((a, b) => (a.before.state.office < b.before.state.office ? -1 : 1))
  }

  /** Answers everyone. To be called after the commit, never before. */
  answerAll(): void {
    for (const reply of this.replies) reply()
  }

  private decideOne(
    ask: Ask,
    officeOf: (code: string) => LiveOffice | undefined,
    now: number,
  ): Answer {
    const pending = this.pendingOf(ask.office, officeOf)
    if (ask.command.do === 'send') {
      const there = this.pendingOf(ask.command.office, officeOf)
      return this.decideSend(ask, ask.command, pending, there, now)
    }
    const command = withLatest(ask.command, pending)
    const decision = decide(pending.after.state, command, { ...ask.by, now })
    if (!decision.ok || decision.facts.length === 0) this.hasEmptyHands = true
    if (!decision.ok) return decision
    const { state, facts, visit } = decision
    const known = command.do === 'correct' ? command.known : undefined
    let office = pending.take(state, facts, known)
    if (ask.person && visit !== null) office = pending.know(visit, ask.person)
    return this.done(ask, visit, facts, office, now)
  }

  private decideSend(
    ask: Ask,
    command: CommandOf<'send'>,
    here: PendingOffice,
    there: PendingOffice,
    now: number,
  ): Answer {
    const sending = decideSending(here.after.state, there.after.state, command, { ...ask.by, now })
    if (!sending.ok) {
      this.hasEmptyHands = true
      return sending
    }
    const { sent, received } = sending
    here.take(sent.state, sent.facts)
    there.take(received.state, received.facts)
    const office = here.handOver(command.visit, there)
    return this.done(ask, command.visit, received.facts, office, now)
  }

  /** Answered, and remembered by its key, as of the office in which the visit now is. */
  private done(
    { by, key }: Ask,
    visit: string | null,
    facts: readonly Fact[],
    shown: Snapshot,
    at: number,
  ): Answer {
    const { office, seq } = shown.state
    if (key && facts.length > 0) {
      const { value, bodyHash } = key
      this.keys.push({ actor: by.actor.id, key: value, office, bodyHash, visit, seq, at })
    }
    return { ok: true, visit, seq, facts, office: shown, remembered: false }
  }

  private pendingOf(
    code: string,
    officeOf: (code: string) => LiveOffice | undefined,
  ): PendingOffice {
    const found = this.pending.get(code)
    if (found) return found
    const before = officeOf(code)
    if (!before) throw new Error(`office ${code} is not loaded`)
    const pending = new PendingOffice(before)
    this.pending.set(code, pending)
    return pending
  }
}

/** A visit that an earlier command of this batch has corrected is known as that one left it. */
function withLatest(command: Command, pending: PendingOffice): Command {
  if (command.do !== 'correct' || !command.known) return command
  return { ...command, known: pending.latest(command.visit) ?? command.known }
}
