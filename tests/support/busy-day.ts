// A busy stretch of an office day over HTTP: agents and a kiosk that do, seed for seed, the same
// random things, some of them refused. What is refused is not this helper's affair.
import { ApiError, type Api } from '#protocol/api'
import type { VisitState } from '#protocol'
import type { DeskView, DeskVisit } from '#protocol/views'
import type { TestOffice } from './office.ts'

export interface BusyDay {
  readonly steps: number
  readonly seed: number
  /** How many things are asked at the same instant; default 3. */
  readonly together?: number
  readonly office?: string
}

const OFFICES = ['victoria', 'cranbrook']
const SERVICES = ['driver-licence', 'health-card', 'notary', 'property-tax', 'identity-card']

/** A small generator of numbers in [0, 1): the same for the same seed, everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Person {
  readonly id: string
  readonly api: Api
  readonly counter: string
}

export async function busyDay(office: TestOffice, day: BusyDay): Promise<void> {
  const code = day.office ?? 'victoria'
  const random = seededRandom(day.seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const kiosk = await office.kiosk(code)
  const agents: Person[] = []
  for (const [index, name] of ['agent', 'agent2', 'agent3', 'agent4'].entries()) {
    const api = await office.signIn(`${name}.${code}`)
    agents.push({ id: (await api.me()).id, api, counter: String(index + 1) })
  }

  for (let step = 0; step < day.steps; step += day.together ?? 3) {
    office.clock.advance(Math.floor(random() * 40_000))
    const visits = visitsOf(await (agents[0] as Person).api.desk(code))
    const asked = Array.from({ length: day.together ?? 3 }, () => something(visits))
    await Promise.all(asked.map(unlessRefused))
  }

  function something(visits: readonly DeskVisit[]): Promise<unknown> {
    const dice = random()
    const requests = [{ service: pick(SERVICES) }]
    const name = dice < 0.1 ? { name: 'Zebulon Quatrefages' } : {}
    if (dice < 0.3) return kiosk.addVisit(code, { requests, ...name })
    const someone = pick(agents)
    if (dice < 0.4) return aboutAgent(someone)
    if (dice < 0.42) return paper(someone)
    const visit = visits.length === 0 ? undefined : pick(visits)
    if (dice < 0.55 || !visit) return someone.api.callNext(code, someone.counter)
    const theirs = agents.find((each) => each.id === visit.agent)
    return aboutVisit(theirs ?? someone, visit)
  }

  /** Arrived ten minutes ago, and was served at once, or waits. */
  function paper({ api, counter }: Person): Promise<unknown> {
    const at = (ms: number) => new Date(office.clock.now() - ms).toISOString()
    const times = { begunAt: at(500_000), endedAt: at(200_000), ended: 'served', counter } as const
    const number = 1 + Math.floor(random() * 200)
    const ticket = { number, requests: [{ service: pick(SERVICES) }], arrivedAt: at(600_000) }
    return api.enterPaperTicket(code, random() < 0.5 ? ticket : { ...ticket, ...times })
  }

  function aboutAgent({ api, counter }: Person): Promise<unknown> {
    return pick([
      () => api.changeAvailability(code, { availability: 'break' }),
      () => api.changeAvailability(code, { availability: 'available' }),
      () => api.takeCounter(code, { counter: pick(['5', '6']) }),
      () => api.takeCounter(code, { counter, services: [pick(SERVICES), pick(SERVICES)] }),
      () => api.takeCounter(code, { counter, services: null }),
      () => api.leaveCounter(code),
    ])()
  }

  function aboutVisit({ api, counter }: Person, { id, state }: DeskVisit): Promise<unknown> {
    const place = pick(['kept', 'first', 'last'] as const)
    const always = [
      () => api.undo(id, {}),
      () => api.leave(id, {}),
      () => api.leave(id, {}).then(() => api.bringBack(id, { place })),
      () => api.transfer(id, { office: pick(OFFICES.filter((each) => each !== code)) }),
      () => api.transfer(id, { service: pick(SERVICES), place }),
      () => api.transfer(id, { counter }),
      () => api.changeVisit(id, { priority: pick(['normal', 'priority'] as const) }),
      () => api.changeVisit(id, { request: { id: 1, quantity: 3 }, note: 'brings a guide dog' }),
    ]
    const begin = () => api.begin(id, state === 'called' ? {} : { counter })
    const finish = () => api.finish(id, { outcome: 'done', timesWrong: random() < 0.1 })
    const hold = () => api.hold(id, { reason: 'documents' })
    const giveBack = () => api.return(id, { place })
    const moves: Partial<Record<VisitState, (() => Promise<unknown>)[]>> = {
      waiting: [
        begin,
        () => api.call(id, { counter }),
        () => api.assign(id, { agent: random() < 0.5 ? pick(agents).id : null }),
        () => api.reorder(id, { place: pick(['first', 'last']), reason: 'child' }),
        ...always,
      ],
      called: [
        ...[begin, begin, begin, () => api.recall(id, {}), () => api.noShow(id, {})],
        ...[hold, giveBack, pick(always)],
      ],
      serving: [
        ...[finish, finish, finish, finish, hold, giveBack, pick(always)],
        () => api.addRequest(id, { service: pick(SERVICES) }),
        () => api.addRequest(id, { current: 1 }),
      ],
      held: [begin, () => api.call(id, { counter }), giveBack, pick(always)],
    }
    return pick(moves[state] ?? always)()
  }
}

function visitsOf(desk: DeskView): DeskVisit[] {
  return desk.rows.flatMap((row) => (row.kind === 'visit' ? [row] : []))
}

async function unlessRefused(asked: Promise<unknown>): Promise<void> {
  try {
    await asked
  } catch (error) {
    if (!(error instanceof ApiError) || (error.problem?.status ?? 500) >= 500) throw error
  }
}
