// Samples of what the office decides for itself, beside those of `samples.ts`.
import type { AlarmRow, FloorRow, RulesRow, StaffMessage } from './views.ts'

const named = (code: string, en: string, fr: string) => ({ code, name: { en, fr } })

export const SAMPLE_RULES: RulesRow = {
  id: 'rules',
  kind: 'rules',
  classes: [
    { ...named('normal', 'Ordinary', 'Ordinaire'), creditMinutes: 0 },
    { ...named('priority', 'Priority', 'Prioritaire'), creditMinutes: 20 },
    { ...named('low', 'Can wait', 'Peut attendre'), creditMinutes: -15 },
  ],
  counterKinds: [
    named('counter', 'Counter', 'Guichet'),
    named('quick', 'Quick transactions', 'Transactions rapides'),
  ],
  outcomes: [
    named('done', 'Done', 'Réglée'),
    named('come-back', 'Must come back', 'La personne doit revenir'),
  ],
  outcomeNeeded: false,
  reasons: {
    hold: [
      named('photocopies', 'Photocopies', 'Photocopies'),
      named('form', 'Filling in a form', 'Remplit un formulaire'),
    ],
    away: [named('lunch', 'Lunch', 'Repas'), named('meeting', 'Meeting', 'Réunion')],
    reorder: [named('unwell', 'Unwell', 'Malaise')],
    correction: [named('forgot', 'Forgot to finish', 'Oubli de terminer')],
  },
  afterRecalls: 2,
  afterSeconds: null,
  unhurried: 'doubled',
  wrapUpSeconds: 60,
  share: { walkIns: 3, appointments: 1 },
  thresholds: {
    wait: { attentionMinutes: 15, tooLongMinutes: 30 },
    hold: { attentionMinutes: 15, tooLongMinutes: 30 },
    service: { attentionMinutes: 30, tooLongMinutes: 60 },
  },
}

export const SAMPLE_FLOOR: FloorRow = {
  id: 'floor',
  kind: 'floor',
  shareStep: 1,
  door: { people: 4, at: '2026-11-23T18:39:00.000Z' },
}

/** Not in the sample desk: a morning with an alarm is no ordinary one. */
export const SAMPLE_ALARM: AlarmRow = {
  id: 'alarm-1',
  kind: 'alarm',
  agent: 'agent-3',
  agentName: 'Chen Wei',
  counter: '3',
  since: '2026-11-23T18:41:40.000Z',
  accepted: ['Amrit Gill'],
}

export const SAMPLE_MESSAGE: StaffMessage = {
  id: 'message-1',
  office: 'victoria',
  from: 'Maud Lefebvre',
  text: 'Could you take the health plans from 11:00? Chen leaves for lunch.',
  sentAt: '2026-11-23T18:40:00.000Z',
}
