// Samples of figures as they happen: a manager's office, and the province. A test parses each with its
// schema.
import type { Kind } from '../domain/figures/keys.ts'
import type {
  AlertRow,
  CounterFiguresRow,
  HelpRow,
  HereRow,
  ManagerView,
  ProvinceOfficeRow,
  ProvinceView,
} from './figures-live.ts'
import { HALF_HOURS, sampleBrief as brief, sampleSet } from './sample-figures.ts'
import { AT, ago, OFFICE } from './sample-office.ts'

const MINUTE = 60_000

const here = (ticket: string, waited: number, rest: Partial<HereRow> = {}): HereRow => ({
  id: `visit-${ticket.toLowerCase()}`,
  state: 'waiting',
  kind: 'visit',
  ticket,
  service: 'licence-renewal',
  channel: 'in-person',
  booking: 'walk-in' satisfies Kind,
  party: 1,
  since: ago(waited),
  waited: 0,
  counter: null,
  ...rest,
})

const counter = (code: string, rest: Partial<CounterFiguresRow>): CounterFiguresRow => ({
  id: `counter:${code}`,
  kind: 'counter',
  counter: code,
  name: { en: `Counter ${code}`, fr: `Guichet ${code}` },
  doing: null,
  since: null,
  ticket: null,
  agentName: null,
  day: null,
  ...rest,
})

const HELP: HelpRow = {
  id: 'help',
  kind: 'help',
  isSoon: false,
  advice: [
    { do: 'call', counters: ['2'], services: ['licence-renewal'], tickets: 1 },
    {
      ...{ do: 'back', counter: '3', doing: 'break', since: ago(9), backAt: null },
      ...{ services: ['licence-renewal'], tickets: 1 },
    },
    { do: 'open', counters: ['5'], waiting: 3, open: 3 },
  ],
}

const ALERT: AlertRow = {
  id: 'alert:wait:visit-a011',
  kind: 'alert',
  what: 'wait',
  visit: 'visit-a011',
  ticket: 'A011',
  service: 'licence-renewal',
  counter: null,
  since: ago(19),
  crossedAt: ago(4),
  afterMinutes: 15,
}

export const SAMPLE_MANAGER: ManagerView = {
  office: 'victoria',
  version: 418,
  at: AT,
  rows: [
    {
      id: 'today',
      kind: 'today',
      office: 'victoria',
      name: OFFICE.name,
      timeZone: OFFICE.timeZone,
      day: '2026-11-23',
      isOpen: true,
      tooLong: 1,
      targetMinutes: 15,
      attentionMinutes: 10,
      door: { people: 4, at: ago(3) },
      figures: sampleSet(96),
    },
    ...HALF_HOURS.map((at, index) => ({
      id: `half-hour:${at}`,
      kind: 'half-hour' as const,
      at,
      figures: brief(14 + ((index * 5) % 17), 0.5 + index / 7),
    })),
    ...OFFICE.services.slice(0, 5).map(({ code, name }, index) => ({
      id: `service:${code}`,
      kind: 'service' as const,
      service: code,
      name,
      openCounters: 3 - (index % 4),
      figures: brief(31 - index * 6, 0.8 + index / 5),
    })),
    { id: 'channel:in-person', kind: 'channel', channel: 'in-person', figures: brief(84) },
    { id: 'channel:phone', kind: 'channel', channel: 'phone', figures: brief(12, 0.2) },
    {
      id: 'agents',
      kind: 'agents',
      signedIn: 4,
      split: sampleSet(96).doing ?? {},
    },
    counter('1', { doing: 'serving', since: ago(12), ticket: 'A014', agentName: 'Amrit Gill' }),
    counter('2', { doing: 'idle', since: ago(2), agentName: 'Jo Martin' }),
    counter('3', { doing: 'break', since: ago(9), agentName: 'Lee Chan' }),
    counter('4', { doing: 'wrap-up', since: ago(1), agentName: 'Sam Roy' }),
    counter('5', {}),
    here('A011', 19),
    here('A015', 11),
    here('B007', 6, { service: 'identity-card', booking: 'booked' }),
    here('A014', 12, { state: 'serving', counter: '1', waited: 9 * MINUTE }),
    ALERT,
    HELP,
  ],
}

function office(
  code: string,
  name: string,
  factor: number,
  rest: Partial<ProvinceOfficeRow> = {},
): ProvinceOfficeRow {
  return {
    id: `office:${code}`,
    kind: 'office',
    office: code,
    name: { en: `${name} service centre`, fr: `Centre de services de ${name}` },
    region: 'island',
    isOpen: true,
    waiting: Math.round(9 * factor),
    tooLong: factor > 1 ? Math.round(3 * factor) : 0,
    longestSince: ago(14 * factor),
    openCounters: 4,
    targetMinutes: 15,
    figures: brief(Math.round(90 * factor), factor),
    ...rest,
  }
}

export const SAMPLE_PROVINCE: ProvinceView = {
  office: '',
  version: 9,
  at: AT,
  rows: [
    {
      id: 'province',
      kind: 'province',
      offices: 4,
      waiting: 34,
      tooLong: 5,
      openCounters: 15,
      figures: brief(372),
    },
    office('victoria', 'Victoria', 1.1),
    office('nanaimo', 'Nanaimo', 0.8),
    office('surrey', 'Surrey', 1.4, { region: 'coast' }),
    office('nelson', 'Nelson', 0.3, { region: 'interior', isOpen: false, openCounters: 0 }),
    {
      id: 'programme:icbc',
      kind: 'programme',
      programme: 'icbc',
      name: { en: 'Driver licensing', fr: 'Permis de conduire' },
      transactions: 210,
      figures: brief(190),
    },
  ],
}
