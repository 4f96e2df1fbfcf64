// What paid time went into: each instant that somebody was signed in, or took somebody in, is one
// line of one step, never two; so the lines add up to the time that was recorded, exactly.
import type { Channel } from '../facts.ts'
import type { AgentDoing } from '../figures/keys.ts'

/** What is done for a visit, and charged to its programme. */
export const STEPS = [
  'preparation',
  'call',
  'service',
  'phone',
  'back-office',
  'hold',
  'wrap-up',
] as const
export type Step = (typeof STEPS)[number]

/** Recorded time that was for no visit: shown apart. */
export const APART = ['idle', 'wrap-up', 'back-office', 'break', 'away'] as const
export type Apart = (typeof APART)[number]

/** A stretch [from, to) of somebody at work, and what they did besides attending to visits. UTC ms. */
export interface Presence {
  readonly agent: string
  readonly doing: AgentDoing
  readonly from: number
  readonly to: number
}

/** A stretch [from, to) that somebody gave to a visit. UTC ms. */
export interface Attention {
  readonly visit: string
  /** Ordinal of the request it was given for. */
  readonly request: number
  readonly kind: 'preparation' | 'called' | 'serving' | 'held'
  /** Null: nobody knows who. */
  readonly agent: string | null
  readonly service: string
  readonly channel: Channel
  /** Transactions that were finished at its end; 0 elsewhere. */
  readonly transactions: number
  readonly from: number
  readonly to: number
}

/** One line of the ledger: a stretch [from, to), UTC ms, and what it was for. */
export interface Line {
  readonly from: number
  readonly to: number
  /** Null: for no visit; `apart` says what it was instead. */
  readonly step: Step | null
  readonly apart: Apart | null
  readonly visit: string | null
  readonly request: number | null
  readonly service: string | null
  readonly channel: Channel | null
  readonly transactions: number
}

/** So much time of one kind: of a line, or of many. */
export interface Timed extends Pick<Line, 'step' | 'apart' | 'service' | 'channel'> {
  readonly ms: number
  readonly transactions: number
}

/** What a line counts for: in a statement, in what is kept of a day, and in the evidence. */
export function timeOf({ from, to, step, apart, service, channel, transactions }: Line): Timed {
  return { step, apart, service, channel, ms: to - from, transactions }
}

/**
 * The lines of a period [from, to), in order of time for each agent. What is outside of it is cut off.
 * Of two visits with one agent at one time the one begun first counts; somebody on hold counts while
 * their agent is available and has nobody else; wrap-up is of the visit that was served last. Of whom
 * it is known when they were at work, nothing but taking people in counts at any other time: a visit
 * that was forgotten until the night costs no night.
 */
export function worked(
  presences: readonly Presence[],
  attentions: readonly Attention[],
  { from, to }: { from: number; to: number },
): Line[] {
  const cut = <T extends { from: number; to: number }>(list: readonly T[]): T[] =>
    list
      .map((each) => ({ ...each, from: Math.max(each.from, from), to: Math.min(each.to, to) }))
      .filter((each) => each.from < each.to)
      .sort((a, b) => a.from - b.from || a.to - b.to)
  const agentOf = ({ agent, visit }: Attention): string => agent ?? `somebody with ${visit}`
  const signedIn = Map.groupBy(cut(presences), ({ agent }) => agent)
  const given = Map.groupBy(cut(attentions), agentOf)
  const agents = [...new Set([...signedIn.keys(), ...given.keys()])].sort()
  const lines = agents.flatMap((agent) =>
    ofAgent(signedIn.get(agent) ?? [], given.get(agent) ?? []),
  )
  const finished = attentions.filter(
    (each) => each.transactions > 0 && each.to > from && each.to <= to,
  )
  return withTransactions(lines, finished)
}

/** One agent's lines: the time between two changes of anything is of one kind. */
function ofAgent(presences: readonly Presence[], attentions: readonly Attention[]): Line[] {
  const changes = [...presences, ...attentions].flatMap((each) => [each.from, each.to])
  const instants = [...new Set(changes)].sort((a, b) => a - b)
  const lines: Line[] = []
  // Both lists are in order: what has ended is left behind, and what has not begun is not looked at.
  let open: Attention[] = []
  let next = 0
  let present = 0
  let served: Attention | null = null
  instants.slice(0, -1).forEach((from, index) => {
    const to = instants[index + 1] ?? from
    for (const each of open) {
      if (each.kind === 'serving' && each.to <= from) served = latest(served, each)
    }
    open = open.filter((each) => each.to > from)
    for (; (attentions[next]?.from ?? Infinity) <= from; next += 1) {
      const begun = attentions[next]
      if (begun) open.push(begun)
    }
    while ((presences[present]?.to ?? Infinity) <= from) present += 1
    const now = presences[present]
    const doing = now && now.from <= from ? now.doing : null
    const kind = kindOf(open, doing, served, presences.length > 0)
    if (kind) extend(lines, { ...kind, from, to })
  })
  return lines
}

const latest = (one: Attention | null, other: Attention): Attention =>
  one && one.to > other.to ? one : other

type Kind = Omit<Line, 'from' | 'to'>

function kindOf(
  open: readonly Attention[],
  doing: AgentDoing | null,
  served: Attention | null,
  isKnown: boolean,
): Kind | null {
  const first = (kind: Attention['kind']) => open.find((each) => each.kind === kind)
  const isAway = isKnown && doing === null
  const serving = isAway ? undefined : first('serving')
  if (serving) return forVisit(servingStep(serving.channel), serving)
  const called = isAway ? undefined : first('called')
  if (called) return forVisit('call', called)
  const preparing = first('preparation')
  if (preparing) return forVisit('preparation', preparing)
  switch (doing) {
    case null:
      return null
    case 'serving':
    case 'called':
    case 'idle': {
      const held = open.findLast((each) => each.kind === 'held')
      return held ? forVisit('hold', held) : apart('idle')
    }
    case 'wrap-up':
      return served ? forVisit('wrap-up', served) : apart('wrap-up')
    default:
      return apart(doing)
  }
}

/** Work by phone, and work without anybody there, are steps of their own. */
function servingStep(channel: Channel): Step {
  if (channel === 'phone') return 'phone'
  return ['back-office', 'mail', 'email'].includes(channel) ? 'back-office' : 'service'
}

function forVisit(step: Step, { visit, request, service, channel }: Attention): Kind {
  return { step, apart: null, visit, request, service, channel, transactions: 0 }
}

const NO_VISIT = { step: null, visit: null, request: null, service: null, channel: null }
const apart = (kind: Apart): Kind => ({ ...NO_VISIT, apart: kind, transactions: 0 })

/** Adds a stretch, or makes the last one longer when it is more of the same. */
function extend(lines: Line[], line: Line): void {
  const last = lines.at(-1)
  const isSame =
    last?.to === line.from &&
    last.step === line.step &&
    last.apart === line.apart &&
    last.visit === line.visit &&
    last.request === line.request
  if (isSame) lines[lines.length - 1] = { ...last, to: line.to }
  else lines.push(line)
}

/** Each finished request's quantity, on the last line of serving it; an empty line where there is none. */
function withTransactions(lines: readonly Line[], finished: readonly Attention[]): Line[] {
  const result = [...lines]
  const lastOf = new Map<string, number>()
  const keyOf = ({ visit, request }: Pick<Line, 'visit' | 'request'>): string =>
    `${String(visit)} ${String(request)}`
  lines.forEach((line, index) => {
    const isServing =
      line.step === 'service' || line.step === 'phone' || line.step === 'back-office'
    if (!isServing) return
    const known = lines[lastOf.get(keyOf(line)) ?? -1]
    if (!known || known.to <= line.to) lastOf.set(keyOf(line), index)
  })
  for (const each of finished) {
    const index = lastOf.get(keyOf(each))
    const line = index === undefined ? undefined : result[index]
    if (index !== undefined && line)
      result[index] = { ...line, transactions: line.transactions + each.transactions }
    else
      result.push({
        ...forVisit(servingStep(each.channel), each),
        ...{ from: each.to, to: each.to, transactions: each.transactions },
      })
  }
  return result
}
