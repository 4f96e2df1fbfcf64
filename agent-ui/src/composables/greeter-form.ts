// What a greeter fills in for one person, and what of it is sent.
import { ORDINARY, type AccessNeed, type Api, type Channel, type Language } from '#protocol'
import { clockMinutes } from './paper-times.ts'
import { isQuantity, MOST_PEOPLE, MOST_QUANTITY, stepped } from './quantities.ts'

export type NewVisit = Parameters<Api['addVisit']>[1]

export interface AskedLine {
  readonly service: string
  quantity: number
  channel: Channel
}

/** Empty texts, and `counterKind: ''`, mean none was given. */
export interface GreeterForm {
  requests: AskedLine[]
  language: Language
  priority: string
  party: number
  counterKind: string
  /** The time of an appointment today, as typed. */
  booked: string
  needs: AccessNeed[]
  name: string
  /** They agree that boards call them by it. */
  mayBeCalledByName: boolean
  phone: string
  email: string
  note: string
}

/** As many as one ticket carries. */
export const MOST_REQUESTS = 10
export const NOTE_LENGTH = 1000
const HOUR = 3_600_000

export function emptyForm(language: Language): GreeterForm {
  return {
    requests: [],
    language,
    priority: ORDINARY,
    party: 1,
    counterKind: '',
    booked: '',
    needs: [],
    name: '',
    mayBeCalledByName: false,
    phone: '',
    email: '',
    note: '',
  }
}

/** A service asked for once more is one request of a larger quantity. */
export function withService(requests: readonly AskedLine[], service: string): AskedLine[] {
  if (requests.some((line) => line.service === service)) {
    return requests.map((line) =>
      line.service === service
        ? { ...line, quantity: stepped(line.quantity, 1, MOST_QUANTITY) }
        : line,
    )
  }
  if (requests.length >= MOST_REQUESTS) return [...requests]
  const channel = requests[0]?.channel ?? 'in-person'
  return [...requests, { service, quantity: 1, channel }]
}

/** Work without a person here, such as a telephone call: timed, but off the boards. */
export function isOtherWork({ requests: [first] }: Pick<GreeterForm, 'requests'>): boolean {
  return first !== undefined && first.channel !== 'in-person'
}

export type FormFault = 'quantity' | 'party' | 'booked' | 'phone' | 'email'

/** What would be refused as it is written, in the order of the form. */
export function faultsOf({
  requests,
  party,
  booked,
  phone,
  email,
}: Pick<GreeterForm, 'requests' | 'party' | 'booked' | 'phone' | 'email'>): FormFault[] {
  const faults: FormFault[] = []
  if (!requests.every(({ quantity }) => isQuantity(quantity, MOST_QUANTITY)))
    faults.push('quantity')
  if (!isQuantity(party, MOST_PEOPLE)) faults.push('party')
  if (booked.trim() !== '' && clockMinutes(booked) === null) faults.push('booked')
  if (phone.trim() !== '' && !/^[+0-9 ().-]{7,25}$/.test(phone.trim())) faults.push('phone')
  if (email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email.trim()))
    faults.push('email')
  return faults
}

/** Which of `faults`, told before, are still there: what was mended says so at once. */
export function stillWrong(
  faults: readonly FormFault[],
  form: Parameters<typeof faultsOf>[0],
): readonly FormFault[] {
  const now = faultsOf(form)
  return faults.filter((fault) => now.includes(fault))
}

/**
 * What is sent: only what was given. `serveAt` is the code of the counter that serves at once;
 * `instantOf` reads a typed time as an instant (ISO) of the office's day, null when it is none.
 */
export function newVisit(
  form: GreeterForm,
  serveAt: string | null,
  instantOf: (typed: string) => string | null,
): NewVisit {
  const bookedAt = instantOf(form.booked)
  const { requests, language, priority, party, counterKind, needs } = form
  const texts = (['name', 'phone', 'email', 'note'] as const)
    .map((field) => [field, form[field].trim()] as const)
    .filter(([, text]) => text !== '')
  return {
    requests: requests.map((line) => ({ ...line })),
    language,
    ...(priority === ORDINARY ? {} : { priority }),
    ...(party === 1 ? {} : { party }),
    ...(counterKind === '' ? {} : { counterKind }),
    ...(bookedAt === null ? {} : { bookedAt }),
    ...(needs.length > 0 ? { needs: [...needs] } : {}),
    ...Object.fromEntries(texts),
    ...(form.mayBeCalledByName && form.name.trim() !== '' ? { mayBeCalledByName: true } : {}),
    ...(serveAt === null ? {} : { serveAt }),
  }
}

/** How long it took to take somebody in, ms; `begun` is null when nothing was chosen yet. */
export function preparation(begun: number | null, now: number): number {
  return begun === null ? 0 : Math.round(Math.min(HOUR, Math.max(0, now - begun)))
}
