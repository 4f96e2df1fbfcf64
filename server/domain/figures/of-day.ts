// One office's day in cells and floors: the whole way from visits to what reports are made of. The live
// page, the rollups and the slow way over single visits all go through here.
import { programmeOn } from '../programme-on.ts'
import type { OfficeSettings } from '../settings.ts'
import type { Visit } from '../visit.ts'
import { wrapUps, type AgentSegment } from './agent-day.ts'
import { Cells, type Cell, type CellKey } from './cells.ts'
import { slotAt, slotsOfDay } from './day-slots.ts'
import { flagsOfDay } from './flags.ts'
import { floorsOfDay, type Floor } from './floor.ts'
import type { Flag } from './keys.ts'
import { figuresOfVisit, type RequestFigures, type VisitFigures } from './of-visit.ts'

/** An office's day as it was recorded. */
export interface DayParts {
  /** YYYY-MM-DD */
  readonly day: string
  /** The zone that the office had on that day. */
  readonly zone: string
  readonly settings: OfficeSettings
  readonly visits: readonly Visit[]
  /** Null: nobody knows what agents did. */
  readonly agents: readonly AgentSegment[] | null
  readonly door: readonly { readonly at: number; readonly people: number }[]
  /** UTC ms: the figures are as of this instant. */
  readonly now: number
}

export interface DayCells {
  readonly cells: Cells
  /** By minute of the day. */
  readonly floors: ReadonlyMap<number, Floor>
}

/** `byAgent`: cells tell agents apart. */
export function cellsOfDay(parts: DayParts, byAgent = false): DayCells {
  const { visits, zone, day, settings, now } = parts
  const slots = slotsOfDay(day, zone)
  const flags = flagsOfDay(visits, zone)
  const services = new Map(settings.services.map((each) => [each.code, each]))
  const wrapUpAfter = parts.agents ? wrapUps(parts.agents) : () => null
  const cells = new Cells()
  const cellFor = (
    visit: VisitFigures,
    request: RequestFigures | null,
    at: number,
    isFlagged: boolean,
  ): Cell => {
    const { service: code, channel, agent } = request ?? visit
    const service = services.get(code)
    const key: CellKey = {
      slot: slotAt(slots, at)?.slot ?? 0,
      service: code,
      programme: service ? programmeOn(service, day) : '',
      category: service?.category ?? '',
      channel,
      kind: visit.kind,
      outcome: visit.outcome,
      flagged: isFlagged,
      agent: byAgent ? (agent ?? '') : '',
    }
    return cells.at(key)
  }
  for (const visit of visits) {
    const figures = figuresOfVisit(visit, wrapUpAfter)
    if (!figures) continue
    const own = flags.get(visit.id) ?? []
    const isFlagged = own.length > 0
    addVisit(cellFor(figures, null, figures.from, isFlagged), visit, figures, own, settings)
    for (const request of figures.requests) {
      addRequest(cellFor(figures, request, figures.from, isFlagged), request)
    }
    if (figures.outcome !== 'served' || figures.endedAt === null) continue
    cellFor(figures, null, figures.endedAt, isFlagged).count('finished')
    for (const request of figures.requests) {
      const { isDone, quantity } = request
      const cell = cellFor(figures, request, figures.endedAt, isFlagged)
      if (isDone) cell.count('transactionsFinished', quantity)
    }
  }
  const agents = parts.agents ?? []
  const until = Math.min(now, slots.at(-1)?.to ?? now)
  const floors = floorsOfDay({ visits: real(visits), agents, door: parts.door, slots, until })
  return { cells, floors }
}

/** Those that were taken back at once never were. */
const real = (visits: readonly Visit[]): Visit[] => visits.filter(({ trail }) => !trail?.mistake)

function addVisit(
  cell: Cell,
  { requests, trail }: Visit,
  figures: VisitFigures,
  flags: readonly Flag[],
  { outcomes, policy }: OfficeSettings,
): void {
  cell.count('visits')
  cell.count('people', figures.people)
  if (figures.wasHere) cell.count('arrived')
  if (figures.wasCalled) cell.count('called')
  if (figures.leftUncalled) cell.count('leftUncalled')
  // Who is still expected may yet come.
  if (figures.kind === 'booked' && figures.outcome !== 'stillExpected') {
    cell.count('booked')
    cell.count(figures.wasHere ? 'bookedCome' : 'bookedMissed')
    if ((figures.lateBy ?? 0) > policy.appointmentGraceMinutes * 60_000) cell.count('bookedLate')
  }
  const isTold = requests.every(({ outcome }) => outcome !== null)
  if (figures.outcome === 'served' && isTold) {
    cell.count('resulted')
    const [first] = outcomes
    if (requests.every(({ outcome }) => outcome === first?.code)) cell.count('firstVisit')
  }
  if (flags.length > 0) cell.count('flagged')
  for (const flag of flags) cell.count(flag)
  cell.count('holds', figures.holds)
  if (trail) {
    if (trail.corrected) cell.count('corrected')
    cell.count('tracked')
    if (figures.wasCalled) cell.count('trackedCalled')
    cell.count('transfers', trail.transfers ?? 0)
    cell.count('returns', trail.returns ?? 0)
    cell.count('recalls', trail.recalls ?? 0)
    cell.count('undos', trail.undos ?? 0)
    cell.count('overtook', trail.overtook ?? 0)
  }
  cell.add('preTicket', figures.preTicket)
  cell.add('wait', figures.wait)
  cell.add('callToDesk', figures.callToDesk)
  cell.add('handleTime', figures.handleTime)
  cell.add('holdTime', figures.holdTime)
  cell.add('timeInOffice', figures.timeInOffice)
  cell.add('timeToLeave', figures.timeToLeave)
  cell.add('lateBy', figures.lateBy)
}

function addRequest(cell: Cell, { isDone, quantity, serviceTime }: RequestFigures): void {
  cell.add('serviceTime', serviceTime)
  if (!isDone) return
  cell.count('requests')
  cell.count('transactions', quantity)
}
