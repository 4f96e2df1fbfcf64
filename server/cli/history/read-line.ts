// One line of the other system's file: a visit, a phantom, or what is wrong with it.
import { createHash } from 'node:crypto'
import { v5 as idFrom } from 'uuid'
import { CHANNELS, type Channel } from '../../domain/facts.ts'
import { LANGUAGES, type Language, type OfficeSettings } from '../../domain/settings.ts'
import { FINAL_STATES, type FinalState } from '../../domain/states.ts'
import { LineFault, type FaultKind } from './faults.ts'
import type { Life } from './life.ts'
import { lineTimes, type LineTimes } from './line-times.ts'
import type { Mapping, Valued } from './mapping.ts'

export type Read =
  | { readonly is: 'visit'; readonly life: Life; readonly setRight: readonly string[] }
  | { readonly is: 'phantom' }
  | { readonly is: 'broken'; readonly fault: LineFault }

export interface Destination {
  readonly office: string
  readonly settings: OfficeSettings
  /** Ids of the office's staff by their names for signing in. */
  readonly staff: ReadonlyMap<string, string>
  /** UTC ms: nothing of the past lies after it. */
  readonly now: number
}

/** Ids made of this and of a line's own id are the same whenever the line is read. */
const HISTORY = 'f3b5a0f6-5a0a-5d1b-9f0e-6f9f6c1b7a11'
const WEEK = 7 * 24 * 3_600_000
const MOST = 999

/** How the lines of a file with these columns are read. */
export function lineReader(
  mapping: Mapping,
  header: readonly string[],
  to: Destination,
): (record: readonly string[]) => Read {
  const place = new Map(header.map((name, index) => [name, index]))
  const cell = (record: readonly string[], column: string): string =>
    record[place.get(column) ?? -1]?.trim() ?? ''
  const { settings } = to
  const times = lineTimes(mapping, settings.timeZone)
  const codes = (list: readonly { readonly code: string }[]) => new Set(list.map((it) => it.code))
  const read = {
    outcome: value(mapping.outcome, 'outcome', null, null),
    service: value(mapping.service, 'service', codes(settings.services), null),
    channel: value(mapping.channel, 'channel', new Set(CHANNELS), 'in-person'),
    language: value(mapping.language, 'language', new Set(LANGUAGES), 'en'),
    priority: value(
      mapping.priority,
      'class of priority',
      codes(settings.policy.classes),
      'normal',
    ),
    counter: value(mapping.counter, 'counter', codes(settings.counters), ''),
    result: value(mapping.result, 'outcome of a request', codes(settings.outcomes), ''),
  }
  const agentOf = agentReader(mapping, to)

  function visit(record: readonly string[], ending: FinalState): Read {
    const at = (column: string): string => cell(record, column)
    const told = times(at)
    const ends = endOf(mapping, ending, told)
    const life: Life = {
      id: idOf(mapping, to.office, record, cell),
      ending,
      ...told,
      ended: ends,
      service: read.service(at),
      channel: read.channel(at) as Channel,
      language: read.language(at) as Language,
      priority: read.priority(at),
      agent: agentOf(at),
      counter: read.counter(at) || null,
      result: read.result(at) || null,
      quantity: quantityOf(mapping, at),
    }
    if (ends > to.now)
      throw new LineFault('order', columnOf(mapping, 'arrived'), '', 'is in the future')
    if (ends - told.arrived > WEEK) {
      throw new LineFault(
        'order',
        columnOf(mapping, 'ended'),
        '',
        'is more than a week after arrived',
      )
    }
    return { is: 'visit', life, setRight: told.setRight }
  }

  return (record) => {
    try {
      if (record.length !== header.length) throw wrongLength(record, header)
      const ending = read.outcome((column) => cell(record, column))
      if (ending === 'phantom') return { is: 'phantom' }
      const known = FINAL_STATES.find((state) => state === ending)
      if (!known) throw unknown(mapping.outcome, ending, 'ending of a visit')
      return visit(record, known)
    } catch (error) {
      if (error instanceof LineFault) return { is: 'broken', fault: error }
      throw error
    }
  }
}

type Cells = (column: string) => string

/** What is said, in words that the office knows. `usual`: for an empty cell; null: there must be one. */
function value(
  said: Valued | undefined,
  what: string,
  known: ReadonlySet<string> | null,
  usual: string | null,
): (cells: Cells) => string {
  if (!said) return () => usual ?? ''
  return (cells) => {
    if ('always' in said) return checked(said.always)
    const text = cells(said.column)
    const meant = said.values?.[text] ?? said.otherwise ?? (said.values ? null : text)
    if (text === '' && (meant === null || meant === '')) {
      if (usual === null) throw new LineFault('unknown', said.column, text, `is empty: ${what}`)
      return usual
    }
    if (meant === null) throw unknown(said, text, what)
    return checked(meant)
  }

  function checked(code: string): string {
    if (known && !known.has(code)) throw unknown(said, code, what)
    return code
  }
}

function unknown(said: Valued | undefined, text: string, what: string): LineFault {
  const column = said && 'column' in said ? said.column : ''
  return new LineFault('unknown', column, text, `is no ${what} here`)
}

function wrongLength(record: readonly string[], header: readonly string[]): LineFault {
  const kind: FaultKind = 'length'
  const what = `has ${record.length} columns, not ${header.length}`
  return new LineFault(kind, header[Math.min(record.length, header.length) - 1] ?? '', '', what)
}

/** When it was over: told, or as early as can be known. */
function endOf(mapping: Mapping, ending: FinalState, told: LineTimes): number {
  const { arrived, called, started, ended } = told
  const missing = (name: 'started' | 'ended' | 'called'): LineFault =>
    new LineFault('missing', columnOf(mapping, name), '', `is empty, and the visit is ${ending}`)
  if (ending === 'served') {
    if (started === null) throw missing('started')
    if (ended === null) throw missing('ended')
  } else if (started !== null && ending !== 'closed') {
    throw new LineFault(
      'order',
      columnOf(mapping, 'started'),
      '',
      `is given, and the visit is ${ending}`,
    )
  }
  if (ending === 'no-show' && called === null) throw missing('called')
  if (ended !== null) return ended
  if (ending === 'no-show') return called ?? arrived
  throw missing('ended')
}

function columnOf({ times }: Mapping, name: keyof Mapping['times']): string {
  const first = times[name]?.[0]
  if (!first) return name
  return 'column' in first ? first.column : first.secondsIn
}

function idOf(
  { source, id }: Mapping,
  office: string,
  record: readonly string[],
  cell: (record: readonly string[], column: string) => string,
): string {
  const own = id.map((column) => cell(record, column))
  const [only] = own
  if (own.every((each) => each === ''))
    throw new LineFault('missing', id[0] ?? '', only ?? '', 'is empty: the line has no id')
  return idFrom(JSON.stringify([office, source, ...own]), HISTORY)
}

/** One of the staff, or a code that tells them from others and says nobody's name. */
function agentReader({ agent, source }: Mapping, { staff }: Destination) {
  const known = new Map<string, string>()
  return (cells: Cells): string | null => {
    const text = agent ? cells(agent.column) : ''
    if (text === '') return null
    const found = known.get(text) ?? staff.get(text) ?? codeOf(source, text)
    known.set(text, found)
    return found
  }
}

function codeOf(source: string, text: string): string {
  const digest = createHash('sha256').update(`${source}\n${text}`).digest('hex')
  return `import-${digest.slice(0, 12)}`
}

function quantityOf({ quantity }: Mapping, cells: Cells): number {
  const text = quantity ? cells(quantity.column) : ''
  if (text === '') return 1
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= MOST) return count
  throw new LineFault('unknown', quantity?.column ?? '', text, `is no number from 1 to ${MOST}`)
}
