// The offices of the sample province, and more of the same for benches.
import type { OfficeSettings } from '../../domain/settings.ts'
import { CATEGORIES, PROGRAMMES, SERVICES } from './catalogue.ts'

export interface SampleOffice {
  readonly code: string
  readonly settings: OfficeSettings
}

const COUNTERS = ['1', '2', '3', '4', '5', '6']

function office(
  code: string,
  [en, fr]: readonly [string, string],
  timeZone: string,
  options: { reception: boolean; services?: number } = { reception: true },
): SampleOffice {
  const services = SERVICES.slice(-(options.services ?? SERVICES.length))
  const offers = (list: readonly { code: string }[], by: 'category' | 'programme') =>
    list.filter((each) => services.some((service) => service[by] === each.code))
  return {
    code,
    settings: {
      name: { en, fr },
      timeZone,
      reception: options.reception,
      programmes: offers(PROGRAMMES, 'programme') as typeof PROGRAMMES,
      categories: offers(CATEGORIES, 'category') as typeof CATEGORIES,
      services,
      counters: COUNTERS.map((counter) => ({
        code: counter,
        name: { en: `Counter ${counter}`, fr: `Guichet ${counter}` },
      })),
      policy: { priorityCreditMinutes: 20, nightCloseMinute: 180 },
    },
  }
}

export const SAMPLE_OFFICES: SampleOffice[] = [
  office('victoria', ['Victoria', 'Victoria'], 'America/Vancouver'),
  office('cranbrook', ['Cranbrook', 'Cranbrook'], 'America/Edmonton'),
  office('dawson-creek', ['Dawson Creek', 'Dawson Creek'], 'America/Dawson_Creek', {
    reception: false,
    services: 18,
  }),
]

/** Office number `n`, from 1: the named ones first, then made-up ones of the same kind. */
export function sampleOffice(n: number): SampleOffice {
  const named = SAMPLE_OFFICES[n - 1]
  if (named) return named
  return office(`office-${n}`, [`Office ${n}`, `Bureau ${n}`], 'America/Vancouver')
}
