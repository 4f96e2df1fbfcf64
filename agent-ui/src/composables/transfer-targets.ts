// Everywhere a visit can be transferred to, in one list to search: services, counters, colleagues,
// other offices. What is closed just now stays in the list and says why.
import type { CounterRow, DeskVisit, Language, ServiceInfo, Words } from '#protocol'

export type TargetKind = 'service' | 'counter' | 'agent' | 'office'
/** Why a target is closed, or what is to be known of it; each has a sentence. */
export type TargetRemark =
  'same-service' | 'withdrawn' | 'nobody-takes' | 'nobody-there' | 'away' | 'you'

export interface Target {
  readonly kind: TargetKind
  /** Code of the service, counter or office, or id of the agent. */
  readonly code: string
  readonly name: string
  readonly detail: string
  readonly remark: TargetRemark | null
  /** It would be refused. */
  readonly isClosed: boolean
}

export interface Places {
  readonly services: readonly ServiceInfo[]
  readonly counters: readonly CounterRow[]
  readonly counterNames: ReadonlyMap<string, string>
  /** Without this one. */
  readonly offices: readonly { readonly code: string; readonly name: Words }[]
  readonly me: string
}

export function transferTargets(visit: DeskVisit, places: Places, language: Language): Target[] {
  const { services, counters, counterNames, offices, me } = places
  const signedIn = counters.filter((row) => row.agent !== null)
  const nameOf = (row: CounterRow): string => counterNames.get(row.code) ?? row.code

  const toService = (service: ServiceInfo): Target => {
    const isTaken = signedIn.some((row) => row.services?.includes(service.code) ?? true)
    const remark = isTaken ? null : 'nobody-takes'
    const isClosed = service.withdrawn === true || service.code === visit.service
    const why = service.withdrawn === true ? 'withdrawn' : 'same-service'
    return {
      kind: 'service',
      code: service.code,
      name: service.name[language],
      detail: service.description?.[language] ?? '',
      remark: isClosed ? why : remark,
      isClosed,
    }
  }
  const toCounter = (row: CounterRow): Target => ({
    kind: 'counter',
    code: row.code,
    name: nameOf(row),
    detail: row.agentName ?? '',
    remark: row.agent === null ? 'nobody-there' : row.agent === me ? 'you' : null,
    isClosed: false,
  })
  const toAgent = (row: CounterRow): Target => ({
    kind: 'agent',
    code: row.agent ?? '',
    name: row.agentName ?? row.agent ?? '',
    detail: nameOf(row),
    remark: row.availability === 'available' || row.availability === 'wrap-up' ? null : 'away',
    isClosed: false,
  })
  return [
    ...services.map(toService),
    ...counters.map(toCounter),
    ...signedIn.filter((row) => row.agent !== me).map(toAgent),
    ...offices.map(({ code, name }): Target => ({
      kind: 'office',
      code,
      name: name[language],
      detail: '',
      remark: null,
      isClosed: false,
    })),
  ]
}

/** Without accents and capitals: how people type when they search. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether every word of `search` occurs in `text`. */
export function isFound(text: string, search: string): boolean {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const within = plain(text)
  return words.every((word) => within.includes(word))
}

/**
 * Those in whose name or detail every word of `search` occurs. A colleague's name means the colleague
 * and not the counter where they are just now, which comes before them in the list.
 */
export function searched(targets: readonly Target[], search: string): Target[] {
  return targets.filter(({ kind, name, detail }) =>
    isFound(kind === 'counter' ? name : `${name} ${detail}`, search),
  )
}

/** The services that can be asked for anew, narrowed by `search`. */
export function searchedServices(
  services: readonly ServiceInfo[],
  search: string,
  language: Language,
): ServiceInfo[] {
  return services.filter(
    ({ name, description, withdrawn }) =>
      withdrawn !== true && isFound(`${name[language]} ${description?.[language] ?? ''}`, search),
  )
}

/** What a transfer asks of the server. */
export function transferBody(
  { kind, code }: Target,
  place: 'kept' | 'first' | 'last',
): { service?: string; counter?: string; agent?: string; office?: string; place?: typeof place } {
  return kind === 'office' ? { office: code } : { [kind]: code, place }
}
