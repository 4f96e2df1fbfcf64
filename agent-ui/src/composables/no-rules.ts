// What a desk goes by before its office has said anything of its own: no reasons, no outcomes, the
// ordinary priority class.
import { ORDINARY, type RulesRow } from '#protocol'

const patient = { attentionMinutes: 15, tooLongMinutes: 30 }

export const NO_RULES: RulesRow = {
  id: 'rules',
  kind: 'rules',
  classes: [{ code: ORDINARY, name: { en: 'Ordinary', fr: 'Ordinaire' }, creditMinutes: 0 }],
  counterKinds: [],
  outcomes: [],
  outcomeNeeded: false,
  reasons: { hold: [], away: [], reorder: [], correction: [] },
  afterRecalls: null,
  afterSeconds: null,
  unhurried: 'never',
  wrapUpSeconds: 0,
  share: null,
  thresholds: { wait: patient, hold: patient, service: patient },
}
