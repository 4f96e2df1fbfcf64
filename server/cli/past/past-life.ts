// What happens to one person of the past besides waiting: what they ask for, how it goes at the
// counter, how it ends. Drawn from chance; pure.
import type { AskedFor, Channel, FactBody } from '../../domain/facts.ts'
import type { OfficeSettings } from '../../domain/settings.ts'
import { MINUTE, SECOND, type Citizen } from '../simulate/day.ts'
import type { Random } from '../simulate/seeded-random.ts'

/** Chances of one visit, 0 to 1. */
const CHANCES = {
  second: 0.07,
  hold: 0.03,
  several: 0.05,
  family: 0.06,
  tooShort: 0.005,
  timesWrong: 0.006,
  forgotten: 0.2,
} as const
const CHANNELS: readonly { value: Channel; weight: number }[] = [
  { value: 'in-person', weight: 88 },
  { value: 'phone', weight: 9 },
  { value: 'chat', weight: 2 },
  { value: 'email', weight: 1 },
]
/** How requests end, in the words that offices of the sample province have. */
const RESULTS: readonly { value: string; weight: number }[] = [
  { value: 'done', weight: 92 },
  { value: 'partly', weight: 3 },
  { value: 'come-back', weight: 4 },
  { value: 'not-here', weight: 1 },
]

interface At {
  readonly visit: string
  readonly agent: string
  readonly counter: string
}

/** A step at the counter, so long after the one before it. */
interface Step {
  readonly after: number
  readonly body: (at: At) => FactBody
}

export interface Life {
  readonly channel: Channel
  readonly quantity: number
  readonly party: number
  readonly during: readonly Step[]
  /** From the last step to the end, ms. */
  readonly rest: number
  /** Not finished by an agent whose last visit it is. */
  readonly isForgotten: boolean
  readonly endOf: (visit: string) => readonly FactBody[]
}

export function drawLife(
  { services, outcomes }: OfficeSettings,
  citizen: Citizen,
  random: Random,
): Life {
  const channel = random.pick(CHANNELS)
  const time = random.chance(CHANCES.tooShort)
    ? random.between(3, 14) * SECOND
    : citizen.serviceTime
  const quantity = random.chance(CHANCES.several) ? 2 + Math.floor(random.between(0, 3)) : 1
  const known = RESULTS.filter(({ value }) => outcomes.some(({ code }) => code === value))
  const result = (): { outcome?: string } =>
    known.length > 0 ? { outcome: random.pick(known) } : {}
  const second = random.chance(CHANCES.second)
    ? (services[Math.floor(random.between(0, services.length))]?.code ?? null)
    : null
  const during: Step[] = []
  let rest = time
  if (random.chance(CHANCES.hold)) {
    const away = random.between(1, 8) * MINUTE
    rest = time / 2
    during.push({
      after: rest,
      body: ({ visit }) => ({ type: 'visit-held', visit, reason: 'documents', backAt: null }),
    })
    during.push({ after: away, body: (at) => ({ type: 'visit-begun', ...at }) })
  }
  const ends: FactBody[] = []
  const first = { request: 1, quantity, ...result() }
  if (second !== null) {
    const request: AskedFor = { service: second, channel, quantity: 1 }
    const added: Step['body'] = ({ visit }) => {
      return { type: 'request-added', visit, request, afterwards: true }
    }
    const finished: Step['body'] = ({ visit }) => {
      return { type: 'request-finished', visit, result: first, then: 'serving' }
    }
    during.push({ after: rest * 0.3, body: added }, { after: rest * 0.3, body: finished })
    rest *= 0.4
    ends.push(finish({ request: 2, quantity: 1, ...result() }))
  } else ends.push(finish(first))
  if (random.chance(CHANCES.timesWrong)) ends.unshift({ type: 'times-marked-wrong', visit: '' })
  return {
    channel,
    quantity,
    party: random.chance(CHANCES.family) ? 2 + Math.floor(random.between(0, 3)) : 1,
    during,
    rest,
    isForgotten: random.chance(CHANCES.forgotten),
    endOf: (visit) => ends.map((body): FactBody => ({ ...body, visit }) as FactBody),
  }
}

function finish(result: Extract<FactBody, { type: 'request-finished' }>['result']): FactBody {
  return { type: 'request-finished', visit: '', result, then: 'served' }
}

interface Arrival {
  readonly visit: string
  readonly citizen: Citizen
  readonly life: Life
  /** YYYY-MM-DD */
  readonly day: string
  /** The last number given of each prefix on this day. */
  readonly numbers: Map<string, number>
}

/** Their ticket: the next number of the service's series. */
export function arrivalOf(settings: OfficeSettings, arrival: Arrival): FactBody {
  const { visit, citizen, life, day, numbers } = arrival
  const { service, language, priority } = citizen
  const prefix = settings.services.find(({ code }) => code === service)?.prefix ?? 'A'
  const value = (numbers.get(prefix) ?? 0) + 1
  numbers.set(prefix, value)
  const { channel, quantity, party } = life
  return {
    type: 'visit-arrived',
    visit,
    number: { day, prefix, value },
    requests: [{ service, channel, quantity }],
    ...{ language, priority },
    via: channel === 'in-person' ? 'kiosk' : 'greeter',
    ...(party > 1 ? { details: { party } } : {}),
  }
}
