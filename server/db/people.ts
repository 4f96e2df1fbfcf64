// Who the people of visits are, as far as they said: kept apart from the journal, so that it can be forgotten.
import { Map } from 'immutable'
import type { Knex } from 'knex'
import type { AccessNeed } from '../domain/settings.ts'
import { inParts, list } from './reading.ts'

/** What another system says of a person: plain texts, and links that are https. */
export interface ContextCard {
  readonly source: string
  readonly lines: { label: string; text: string; href?: string | undefined }[]
}

/** What was given of a person, all of it forgettable. */
export interface Person {
  readonly name: string | null
  readonly note: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly needs: readonly AccessNeed[]
  readonly card: ContextCard | null
  /** Agreed that the room is told their first name and an initial. */
  readonly mayBeCalledByName: boolean
}
export const NOBODY: Person = {
  name: null,
  note: null,
  phone: null,
  email: null,
  needs: [],
  card: null,
  mayBeCalledByName: false,
}
export type People = Map<string, Person>

/** What is known of the people of these visits. */
export async function loadPeople(trx: Knex, ids: readonly string[]): Promise<People> {
  const rows = await inParts(ids, (part) =>
    trx<PersonRow>('visit_people').whereIn('visit_id', part),
  )
  return Map(
    rows.map(({ visit_id, needs, card, may_be_called_by_name: mayBeCalled, ...texts }) => [
      visit_id,
      {
        ...texts,
        needs: list<AccessNeed>(needs) ?? [],
        card: card === null ? null : (JSON.parse(card) as ContextCard),
        mayBeCalledByName: Boolean(mayBeCalled),
      },
    ]),
  )
}

type PersonRow = Omit<Person, 'needs' | 'card' | 'mayBeCalledByName'> & {
  visit_id: string
  needs: string | null
  card: string | null
  may_be_called_by_name: boolean | number | null
}
