// Tells phones whose page is closed: that the turn is near, once, and each call. It looks at commits
// after everybody has been told of them; sending waits in a queue of its own, so that no command is
// later, or fails, for the sake of a push service.
import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'
import { findVisit } from '../../domain/state.ts'
import { isLive } from '../../domain/states.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import type { Visit } from '../../domain/visit.ts'
import type { Changed } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { PushMessage } from '../../protocol/push-contract.ts'
import { aheadIn, isNear } from './near.ts'
import { PushQueue } from './push-queue.ts'
import type { PushSender } from './push-sender.ts'
import * as store from './push-store.ts'
import { calledMessage, nearMessage } from './push-words.ts'
import type { TicketLinks } from './ticket-links.ts'

const AT_ONCE = 8
const QUEUED_MOST = 1_000

export interface PushParts {
  readonly db: Database
  readonly links: TicketLinks
  readonly sender: Pick<PushSender, 'send' | 'stop'>
  readonly log: Logger
}

interface Known {
  office: string
  isNearTold: boolean
}

export class PhonePushes {
  private readonly parts: PushParts
  private readonly queue = new PushQueue(AT_ONCE, QUEUED_MOST)
  private readonly known = new Map<string, Known>()

  constructor(parts: PushParts) {
    this.parts = parts
  }

  /** Goes on after a start; what belongs to a visit that has ended meanwhile is forgotten. */
  async open(offices: readonly Snapshot[]): Promise<void> {
    for (const [visit, isNearTold] of await store.visitsThatTell(this.parts.db.knex)) {
      const there = offices.find(({ state }) => state.visits.has(visit))
      if (there) this.known.set(visit, { office: there.state.office, isNearTold })
      else await store.forgetSubscriptions(this.parts.db.knex, visit)
    }
  }

  /** From now on this visit tells phones. Whoever is near already sees so on the page. */
  follow(visit: string, office: Snapshot): void {
    const isNearTold = isNear(office, visit)
    const { state } = office
    if (!this.known.has(visit)) this.known.set(visit, { office: state.office, isNearTold })
  }

  /** Whether the visit's phones need not be told any more that their turn is near. */
  isNearTold(visit: string, office: Snapshot): boolean {
    return this.known.get(visit)?.isNearTold ?? isNear(office, visit)
  }

  /** Looks at what a commit has changed; returns at once. */
  publish({ office, after, visits, calls }: Changed<Snapshot>): void {
    if (this.known.size === 0) return
    const { visits: live, settings } = after.state
    for (const each of visits) {
      const known = this.known.get(each)
      if (known && live.has(each)) known.office = office
    }
    for (const { visit, counter, ticket, language } of calls) {
      if (!this.known.has(visit)) continue
      const name = settings?.counters.find(({ code }) => code === counter)?.name[language]
      const about = { ticket, language, path: this.pathOf(visit) }
      this.send(visit, calledMessage(about, name ?? counter))
    }
    for (const [id, known] of this.known) {
      if (known.office === office) this.look(id, known, after)
    }
  }

  /** Sends no more; resolves once nothing is under way. */
  async close(): Promise<void> {
    this.parts.sender.stop()
    await this.queue.stop()
  }

  private look(id: string, known: Known, after: Snapshot): void {
    const visit = findVisit(after.state, id)
    // Sent to another office, whose own commit takes it up.
    if (!visit) return
    if (!isLive(visit.state)) this.forget(id)
    else if (!known.isNearTold && isNear(after, id)) {
      known.isNearTold = true
      this.send(id, nearMessage(this.about(visit), aheadIn(after, visit) ?? 0))
      this.quietly(() => store.markNearTold(this.parts.db.knex, id))
    }
  }

  private forget(visit: string): void {
    this.known.delete(visit)
    this.quietly(() => store.forgetSubscriptions(this.parts.db.knex, visit))
  }

  private about({ id, number, language }: Visit): Parameters<typeof nearMessage>[0] {
    return { ticket: ticketText(number), language, path: this.pathOf(id) }
  }

  private pathOf(visit: string): string {
    return this.parts.links.pathOf(visit) ?? '/'
  }

  private send(visit: string, message: PushMessage): void {
    const { db, log } = this.parts
    const isQueued = this.queue.add(async () => {
      try {
        const phones = await store.subscriptionsOf(db.knex, visit)
        if (phones.length === 0) this.known.delete(visit)
        for (const phone of phones) await this.sendTo(phone, message)
      } catch (error) {
        log.error({ err: error }, 'phones of a visit could not be told')
      }
    })
    if (!isQueued) log.warn('a push was left out: too many wait')
  }

  private async sendTo(phone: store.PushRow, message: PushMessage): Promise<void> {
    const { db, sender, log } = this.parts
    const { visit_id: visit, endpoint } = phone
    // Its path is as good as the subscription itself: logs do not have it.
    const { host } = new URL(endpoint)
    try {
      const answer = await sender.send(phone, message)
      if (answer === 'gone') await store.forgetSubscriptions(db.knex, visit, endpoint)
      else if (answer >= 300) log.warn({ host, status: answer }, 'a push was not taken')
    } catch (error) {
      log.warn({ host, err: error }, 'a push could not be sent')
    }
  }

  /** What upkeep does within a day, if it fails now. */
  private quietly(work: () => Promise<void>): void {
    void work().catch((error: unknown) => {
      this.parts.log.error({ err: error }, 'what is kept for push could not be changed')
    })
  }
}
