// Settings written by an earlier version, as those of today. Journals keep their facts for ever; what
// an old document does not say is filled in so that the office goes on as it did.
import type { Named, OfficeSettings, Policy } from './settings.ts'
import { ORDINARY } from './settings.ts'

/** What every policy has unless the office says otherwise. */
export const USUAL_POLICY: Policy = {
  classes: [
    { code: ORDINARY, name: { en: 'Ordinary', fr: 'Ordinaire' }, creditMinutes: 0 },
    { code: 'priority', name: { en: 'Priority', fr: 'Prioritaire' }, creditMinutes: 20 },
  ],
  appointmentCreditMinutes: 5,
  appointmentGraceMinutes: 15,
  raise: [],
  share: null,
  noShow: { afterRecalls: null, afterSeconds: null, waitsAgain: 0, unhurried: 'never' },
  outcomeNeeded: false,
  wrapUpSeconds: 0,
  heldComesBack: false,
  forgetNotes: true,
  thresholds: {
    wait: { attentionMinutes: 15, tooLongMinutes: 30 },
    hold: { attentionMinutes: 15, tooLongMinutes: 30 },
    service: { attentionMinutes: 30, tooLongMinutes: 60 },
  },
  nightCloseMinute: 180,
}

/** As written by the first version: a priority head start, and nothing of the lists. */
interface FirstPolicy {
  readonly priorityCreditMinutes: number
  readonly nightCloseMinute: number | null
}
type FirstSettings = Pick<
  OfficeSettings,
  'name' | 'timeZone' | 'reception' | 'programmes' | 'categories' | 'services' | 'counters'
> & { readonly policy: FirstPolicy }

const none: readonly Named[] = []

/** A stored document as settings of today. `office`: the office's code, for its sign. */
export function settingsOfToday(
  stored: OfficeSettings | FirstSettings,
  office: string,
): OfficeSettings {
  if ('sign' in stored) return stored
  const { priorityCreditMinutes, nightCloseMinute } = stored.policy
  const classes = USUAL_POLICY.classes.map((each) =>
    each.code === 'priority' ? { ...each, creditMinutes: priorityCreditMinutes } : each,
  )
  return {
    ...stored,
    sign: office
      .replaceAll(/[^a-z]/g, '')
      .slice(0, 3)
      .toUpperCase()
      .padEnd(2, 'X'),
    counterKinds: none,
    outcomes: none,
    reasons: { hold: none, away: none, reorder: none, correction: none },
    policy: { ...USUAL_POLICY, classes, nightCloseMinute },
  }
}
