// What was changed of a person in a form: only that is sent, so that what colleagues changed
// meanwhile stays as they left it.
import type { AccessNeed, DeskVisit } from '#protocol'

/** The form, as it is drawn from a visit. Empty texts and `counterKind: ''` mean none. */
export interface PersonForm {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly priority: string
  readonly party: number
  readonly counterKind: string
  readonly needs: readonly AccessNeed[]
  readonly mayBeCalledByName: boolean
}

export interface PersonChange {
  name?: string
  phone?: string
  email?: string
  priority?: string
  party?: number
  counterKind?: string | null
  needs?: AccessNeed[]
  mayBeCalledByName?: boolean
}

export function personForm(visit: DeskVisit): PersonForm {
  return {
    name: visit.name ?? '',
    phone: visit.phone ?? '',
    email: visit.email ?? '',
    priority: visit.priority,
    party: visit.party ?? 1,
    counterKind: visit.counterKind ?? '',
    needs: visit.needs ?? [],
    mayBeCalledByName: visit.mayBeCalledByName ?? false,
  }
}

/** The difference between the form as it was opened and as it is; null when there is none. */
export function personChange(before: PersonForm, after: PersonForm): PersonChange | null {
  const change: PersonChange = {}
  if (after.name.trim() !== before.name) change.name = after.name.trim()
  if (after.phone.trim() !== before.phone) change.phone = after.phone.trim()
  if (after.email.trim() !== before.email) change.email = after.email.trim()
  if (after.priority !== before.priority) change.priority = after.priority
  if (after.party !== before.party) change.party = after.party
  if (after.counterKind !== before.counterKind) change.counterKind = after.counterKind || null
  const isSame =
    after.needs.length === before.needs.length &&
    after.needs.every((need) => before.needs.includes(need))
  if (!isSame) change.needs = [...after.needs]
  if (after.mayBeCalledByName !== before.mayBeCalledByName)
    change.mayBeCalledByName = after.mayBeCalledByName
  return Object.keys(change).length > 0 ? change : null
}

/**
 * Whether one step back takes all of a change back. A name, a contact or a note is no step; a
 * priority is one, and the other particulars are one together.
 */
export function stepsOf(change: PersonChange): 0 | 1 | 2 {
  const particulars = 'party' in change || 'counterKind' in change || 'needs' in change
  return (('priority' in change ? 1 : 0) + (particulars ? 1 : 0)) as 0 | 1 | 2
}
