// How often things happened to a visit: what its segments do not tell, and figures count. Kept with
// the visit, so that no report has to read the journal.
import type { VisitFact } from './facts.ts'

/** Absent: never. A visit without a trail is one of which nobody knows. */
export interface Trail {
  readonly recalls?: number
  readonly transfers?: number
  readonly returns?: number
  readonly undos?: number
  /** How many who had arrived earlier its last call passed over. */
  readonly overtook?: number
  /** A manager has said how it really ended. */
  readonly corrected?: true
  /** Taken back as soon as it was there: it never was a visit. */
  readonly mistake?: true
}

/** The trail after one more of the visit’s facts; undefined stays unknown. */
export function trailAfter(trail: Trail | undefined, body: VisitFact): Trail | undefined {
  if (!trail) return trail
  switch (body.type) {
    case 'visit-called': {
      const { overtook: _, ...rest } = trail
      const { passedOver } = body.reason
      return passedOver === 0 ? rest : { ...rest, overtook: passedOver }
    }
    case 'visit-recalled':
      return { ...trail, recalls: (trail.recalls ?? 0) + 1 }
    case 'visit-transferred':
      return { ...trail, transfers: (trail.transfers ?? 0) + 1 }
    case 'visit-returned':
      return { ...trail, returns: (trail.returns ?? 0) + 1 }
    case 'visit-undone':
      return { ...trail, undos: (trail.undos ?? 0) + 1 }
    case 'visit-corrected':
      return { ...trail, corrected: true }
    case 'visit-left':
      return body.by === 'mistake' ? { ...trail, mistake: true } : trail
    case 'visit-brought-back': {
      const { mistake: _, ...rest } = trail
      return rest
    }
    default:
      return trail
  }
}
