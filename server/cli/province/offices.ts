// The offices of the sample province, and more of the same for benches.
import type { Named, OfficeSettings, OpeningHours } from '../../domain/settings.ts'
import { USUAL_POLICY } from '../../domain/settings-upcast.ts'
import { CATEGORIES, PROGRAMMES, SERVICES } from './catalogue.ts'

export interface SampleOffice {
  readonly code: string
  readonly settings: OfficeSettings
}

/** What every office of the province has in common: its words, and how it works. */
const HOUSE = {
  counterKinds: [
    { code: 'counter', name: { en: 'Counter', fr: 'Guichet' } },
    { code: 'quick', name: { en: 'Quick transactions', fr: 'Transactions rapides' } },
  ],
  outcomes: [
    { code: 'done', name: { en: 'Done', fr: 'Réglée' } },
    { code: 'partly', name: { en: 'Partly done', fr: 'Réglée en partie' } },
    { code: 'come-back', name: { en: 'Must come back', fr: 'La personne doit revenir' } },
    { code: 'not-here', name: { en: 'Not offered here', fr: 'Non offerte ici' } },
  ],
  reasons: {
    hold: [
      { code: 'photocopies', name: { en: 'Photocopies', fr: 'Photocopies' } },
      { code: 'documents', name: { en: 'Getting documents', fr: 'Va chercher des documents' } },
      { code: 'form', name: { en: 'Filling in a form', fr: 'Remplit un formulaire' } },
      { code: 'payment', name: { en: 'Payment', fr: 'Paiement' } },
      { code: 'waiting', name: { en: 'Waiting for an answer', fr: 'En attente d’une réponse' } },
    ],
    away: [
      { code: 'lunch', name: { en: 'Lunch', fr: 'Repas' } },
      { code: 'meeting', name: { en: 'Meeting', fr: 'Réunion' } },
      { code: 'training', name: { en: 'Training', fr: 'Formation' } },
      { code: 'elsewhere', name: { en: 'Helping elsewhere', fr: 'Aide ailleurs' } },
    ],
    reorder: [
      { code: 'unwell', name: { en: 'Unwell', fr: 'Malaise' } },
      { code: 'child', name: { en: 'Small child', fr: 'Jeune enfant' } },
      { code: 'our-mistake', name: { en: 'Our mistake', fr: 'Erreur de notre part' } },
      { code: 'deadline', name: { en: 'Deadline today', fr: 'Échéance aujourd’hui' } },
    ],
    correction: [
      { code: 'forgot', name: { en: 'Forgot to finish', fr: 'Oubli de terminer' } },
      { code: 'wrong-key', name: { en: 'Wrong key', fr: 'Mauvaise touche' } },
      { code: 'not-served', name: { en: 'Was not served', fr: 'Personne non servie' } },
    ],
  },
  policy: {
    ...USUAL_POLICY,
    classes: [
      ...USUAL_POLICY.classes,
      { code: 'low', name: { en: 'Can wait', fr: 'Peut attendre' }, creditMinutes: -15 },
    ],
  },
} satisfies Partial<OfficeSettings>

const WORKING_DAY = [{ from: 8 * 60 + 30, to: 16 * 60 + 30 }]
const holiday = (day: string, en: string, fr: string) => ({ day, spans: [], words: { en, fr } })

/** Monday to Friday, 8:30 to 16:30; the other offices are always open, for demos at any hour. */
const WEEKDAYS: OpeningHours = {
  week: [WORKING_DAY, WORKING_DAY, WORKING_DAY, WORKING_DAY, WORKING_DAY, [], []],
  exceptions: [
    holiday('2026-12-25', 'Closed for Christmas Day', 'Fermé pour le jour de Noël'),
    holiday('2027-01-01', 'Closed for New Year’s Day', 'Fermé pour le jour de l’An'),
    holiday('2027-07-01', 'Closed for Canada Day', 'Fermé pour la fête du Canada'),
  ],
}

const region = (code: string, en: string, fr: string): Named => ({ code, name: { en, fr } })
const ISLAND = region('island', 'Vancouver Island', 'Île de Vancouver')
const INTERIOR = region('interior', 'Interior', 'Intérieur')
const NORTH = region('north', 'North', 'Nord')
const MAINLAND = region('mainland', 'Lower Mainland', 'Basses-terres continentales')
export const REGIONS: readonly Named[] = [ISLAND, INTERIOR, NORTH, MAINLAND]

const COUNTERS = ['1', '2', '3', '4', '5', '6']

type Options = Pick<
  Partial<OfficeSettings>,
  'region' | 'reception' | 'hours' | 'asks' | 'joining' | 'address' | 'phone'
> & {
  /** So many of the last services of the catalogue. */
  readonly services?: number
}

function office(
  code: string,
  [en, fr]: readonly [string, string],
  timeZone: string,
  options: Options = {},
): SampleOffice {
  const { services: count = SERVICES.length, ...said } = options
  const services = SERVICES.slice(-count)
  const offers = (list: readonly { code: string }[], by: 'category' | 'programme') =>
    list.filter((each) => services.some((service) => service[by] === each.code))
  return {
    code,
    settings: {
      name: { en, fr },
      sign: code
        .replaceAll(/[^a-z]/g, '')
        .slice(0, 3)
        .toUpperCase(),
      timeZone,
      reception: true,
      ...said,
      programmes: offers(PROGRAMMES, 'programme') as typeof PROGRAMMES,
      categories: offers(CATEGORIES, 'category') as typeof CATEGORIES,
      services,
      counters: COUNTERS.map((counter) => ({
        code: counter,
        name: { en: `Counter ${counter}`, fr: `Guichet ${counter}` },
      })),
      ...HOUSE,
    },
  }
}

export const SAMPLE_OFFICES: SampleOffice[] = [
  office('victoria', ['Victoria', 'Victoria'], 'America/Vancouver', {
    region: ISLAND,
    address: {
      ...{ street: '100 Harbour Street', city: 'Victoria' },
      ...{ province: 'BC', postalCode: 'V8V 0A1' },
    },
    phone: '250-555-0101',
    asks: { firstName: true, phone: false, keptDays: 1 },
    joining: { lateMinutes: 10, mostExpected: 40 },
  }),
  office('cranbrook', ['Cranbrook', 'Cranbrook'], 'America/Edmonton', {
    region: INTERIOR,
    address: {
      ...{ street: '12 Baker Street', city: 'Cranbrook' },
      ...{ province: 'BC', postalCode: 'V1C 0B2' },
    },
    phone: '250-555-0102',
    hours: WEEKDAYS,
  }),
  office('dawson-creek', ['Dawson Creek', 'Dawson Creek'], 'America/Dawson_Creek', {
    region: NORTH,
    reception: false,
    services: 18,
  }),
]

/** Office number `n`, from 1: the named ones first, then made-up ones of the same kind. */
export function sampleOffice(n: number): SampleOffice {
  const named = SAMPLE_OFFICES[n - 1]
  if (named) return named
  const region = REGIONS[n % REGIONS.length] ?? ISLAND
  return office(`office-${n}`, [`Office ${n}`, `Bureau ${n}`], 'America/Vancouver', { region })
}
