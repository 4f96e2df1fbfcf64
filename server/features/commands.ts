// From a route to the door: who it is, whether it is their office, what they ask; and from the
// door's answer back to what the route says.
import { v7 as newId } from 'uuid'
import type { Command } from '../domain/commands.ts'
import { may, mayEnter, type Party } from '../domain/permissions.ts'
import { findVisit, placeOf } from '../domain/state.ts'
import type { Visit } from '../domain/visit.ts'
import { findKey } from '../db/command-keys.ts'
import type { Database } from '../db/connect.ts'
import { loadVisit } from '../db/visit-loader.ts'
import { AppError } from '../errors.ts'
import type { Call } from '../http/route.ts'
import type { Answer, Ask, Snapshot } from '../office/asking.ts'
import type { Door } from '../office/door.ts'

export type Happened = Extract<Answer, { ok: true }>

type Asking = Pick<Call<unknown>, 'key'> & { party: Party }

export class Commands {
  private readonly door: Door
  private readonly db: Database

  constructor(door: Door, db: Database) {
    this.door = door
    this.db = db
  }

  newId(): string {
    return newId()
  }

  /** Asks an office for something. Throws `not-your-office`, and every refusal as a problem. */
  async ask(
    { party, key }: Asking,
    office: string,
    command: Command,
    person?: Ask['person'],
  ): Promise<Happened> {
    await this.enter(party, office)
    return this.askAs(by(party), key, office, command, person)
  }

  /** The same for somebody who has not signed in: a citizen, whom the link of a ticket lets act. */
  async askAs(
    by: Ask['by'],
    key: Asking['key'],
    office: string,
    command: Command,
    person?: Ask['person'],
  ): Promise<Happened> {
    const answer = await this.door.execute({
      office,
      command,
      by,
      ...(key ? { key } : {}),
      ...(person ? { person } : {}),
    })
    return orRefused(answer)
  }

  /** The office as committed; null when there is none of this code. */
  open(office: string): Promise<Snapshot | null> {
    return this.door.snapshot(office)
  }

  /** The office that has this visit today, live or ended; null when none has. */
  officeWith(visit: string): string | null {
    return this.door.loaded().find(({ state }) => findVisit(state, visit))?.state.office ?? null
  }

  /** What this party has done under this key before; null when there is no such thing. */
  async again({ party, key }: Asking): Promise<Happened | null> {
    const answer = key && (await this.door.again({ by: by(party), key }))
    return answer && orRefused(answer)
  }

  /** The visit that this party's command under `key` was about; null when no such thing is committed. */
  async visitUnder(party: Party, key: string): Promise<string | null> {
    return (await findKey(this.db.reader, party.id, key))?.visit ?? null
  }

  /** The office as committed, for anybody. Throws `office-unknown`. */
  async find(office: string): Promise<Snapshot> {
    const snapshot = await this.door.snapshot(office)
    if (!snapshot) throw unknownOffice(office)
    return snapshot
  }

  /** The office as committed, for those within whose scope it is. */
  async enter(party: Party, office: string): Promise<Snapshot> {
    // Offices are no secret: one that does not exist is said not to exist.
    const snapshot = await this.find(office)
    if (!mayEnter(party, placeOf(snapshot.state))) throw new AppError('not-your-office')
    return snapshot
  }

  /** The other offices, of those they may enter, in which this member of staff is at a counter. */
  stationedElsewhere(party: Party, office: string): Snapshot[] {
    return this.door
      .loaded()
      .filter(({ state }) => state.office !== office && state.agents.has(party.id))
      .filter(({ state }) => mayEnter(party, placeOf(state)))
  }

  /** A visit as it is or as its facts make it, of whatever day. Throws `visit-unknown`. */
  async knownVisit(id: string): Promise<Visit> {
    const found = await loadVisit(this.db.reader, id)
    if (!found) throw new AppError('visit-unknown', { details: { visit: id } })
    return found.visit
  }

  /** The office a visit is in. Throws `visit-unknown`. */
  async officeOf(visit: string): Promise<string> {
    const live = this.officeWith(visit)
    if (live !== null) return live
    const row = await this.db
      .reader<{ id: string; office_id: string }>('visits')
      .where('id', visit)
      .first('office_id')
    if (!row) throw new AppError('visit-unknown', { details: { visit } })
    return row.office_id
  }
}

function by(party: Party): Ask['by'] {
  return { actor: { kind: party.kind, id: party.id }, mayOverrule: may(party, 'overrule') }
}

function orRefused(answer: Answer): Happened {
  if (answer.ok) return answer
  if ('keyReused' in answer) throw new AppError('key-reused')
  const { code, details } = answer.refusal
  throw new AppError(code, details ? { details: { ...details } as never } : {})
}

/** The visit an answer is about, as committed. */
export function visitIn({ office }: Pick<Happened, 'office'>, id: string): Visit {
  const visit = findVisit(office.state, id)
  if (!visit) throw new AppError('visit-unknown', { details: { visit: id } })
  return visit
}

function unknownOffice(office: string): AppError {
  return new AppError('office-unknown', { details: { office } })
}
