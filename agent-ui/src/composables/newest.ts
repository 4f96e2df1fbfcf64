// The live view is the truth; the answer to a command may be a moment ahead of it. Until the view
// has caught up, the newer of the two is shown, row by row.
import type { AgentAnswer, CounterRow, DeskRow, DeskView, VisitAnswer } from '#protocol'

/** Rows that an answer showed us, as of its version. */
export interface Answered {
  /** Of which office; absent: this one. */
  readonly office?: string
  readonly version: number
  readonly put: readonly DeskRow[]
}

/** The answers that `view` has not caught up with yet. */
export function stillAhead(view: DeskView, answered: readonly Answered[]): readonly Answered[] {
  const ahead = answered.filter((each) => isHere(view, each) && each.version > view.version)
  return ahead.length === answered.length ? answered : ahead
}

/** A visit sent to another office is answered as it is there: nothing that this desk shows. */
function isHere(view: DeskView, { office = view.office }: Answered): boolean {
  return office === view.office
}

/** The view with newer answers laid over it; the view itself when there are none. */
export function newest(view: DeskView, answered: readonly Answered[]): DeskView {
  const ahead = stillAhead(view, answered)
  if (ahead.length === 0) return view
  const put = new Map<string, DeskRow>()
  for (const each of ahead.toSorted((a, b) => a.version - b.version)) {
    for (const row of each.put) put.set(row.id, row)
  }
  const rows = view.rows.map((row) => put.get(row.id) ?? row)
  const known = new Set(view.rows.map((row) => row.id))
  for (const row of put.values()) if (!known.has(row.id)) rows.push(row)
  return { ...view, rows }
}

export function fromVisitAnswer(answer: VisitAnswer): Answered {
  return { office: answer.office, version: answer.version, put: [answer] }
}

/** Where an agent sits now, as the rows of the counters it changes. `at` is an ISO instant. */
export function fromAgentAnswer(
  answer: AgentAnswer,
  counters: readonly CounterRow[],
  agentName: string,
  at: string,
): Answered {
  const { version, agent, availability, services, counterKinds, languages } = answer
  const profile = { services, counterKinds, languages }
  const put = counters.flatMap((row): CounterRow[] => {
    if (row.code !== answer.counter) {
      return row.agent === agent ? [emptied(row)] : []
    }
    const isSame = row.agent === agent && row.availability === availability
    const since = isSame ? row.since : at
    const visit = row.agent === agent ? row.visit : null
    return [{ ...row, ...profile, agent, agentName, availability, visit, since }]
  })
  return { version, put }
}

function emptied({ id, kind, code }: CounterRow): CounterRow {
  const profile = { services: null, counterKinds: null, languages: null }
  const nobody = { agent: null, agentName: null, availability: null, visit: null, since: null }
  return { id, kind, code, ...profile, ...nobody }
}
