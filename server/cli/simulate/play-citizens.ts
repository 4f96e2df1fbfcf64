// Plays those who come: a ticket at the kiosk (or from the greeter, for those who go first), and
// for some, leaving when it takes too long.
import { ApiError, type Api } from '../../protocol/api.ts'
import type { Citizen } from './day.ts'
import type { Lateness } from './lateness.ts'
import type { Crew } from './play-agents.ts'
import type { Scheduler } from './scheduler.ts'
import { ended, type Played, type Tally } from './tally.ts'

export interface Street {
  office: string
  kiosk: Api
  greeter: Api
  scheduler: Scheduler
  crew: Crew
  tally: Tally
  lateness: Lateness
}

/**
 * Plans the arrival of everyone who is still to come. Whoever came at most `catchUp` ms ago comes
 * now, so that a day joined in its middle does not begin with an empty room. Returns how many are
 * left out because they came earlier.
 */
export function playCitizens(
  citizens: readonly Citizen[],
  street: Street,
  catchUp: number,
): number {
  const { scheduler, crew } = street
  const now = scheduler.now()
  const coming = citizens.filter(({ arrivesAt }) => arrivesAt >= now - catchUp)
  for (const planned of coming) {
    const citizen = { ...planned, arrivesAt: Math.max(now, planned.arrivesAt) }
    crew.expects(citizen)
    scheduler.at(citizen.arrivesAt, () => arrive(citizen, street))
  }
  return citizens.length - coming.length
}

async function arrive(citizen: Citizen, street: Street): Promise<void> {
  const { crew, scheduler } = street
  const { arrivesAt, patience } = citizen
  if (patience === 0) {
    // Gone before anybody looks up: nobody calls while they come and go.
    await crew.whileNobodyCalls(async () => leave(await takeTicket(citizen, street), street))
    return
  }
  const played = await takeTicket(citizen, street)
  if (patience === null) return
  scheduler.at(arrivesAt + patience, () => crew.whileNobodyCalls(() => leave(played, street)))
}

async function takeTicket(citizen: Citizen, street: Street): Promise<Played> {
  const { office, kiosk, greeter, crew, tally, lateness } = street
  const { service, language, priority } = citizen
  const request = { requests: [{ service }], language }
  const ticket =
    priority === 'priority'
      ? greeter.addVisit(office, { ...request, priority })
      : kiosk.addVisit(office, request)
  const played = await crew.admits(
    ticket.then(({ id, arrivedAt }) => tally.arrived(citizen, id, Date.parse(arrivedAt))),
  )
  lateness.add('arrival', played.arrivedAt - citizen.arrivesAt)
  return played
}

/** Leaves, unless they have been called in the meantime. */
async function leave(played: Played, { greeter, lateness }: Street): Promise<void> {
  if (played.calledAt !== null) return
  const { arrivesAt, patience } = played.citizen
  try {
    const answer = await greeter.leave(played.visit, {})
    ended(played, 'left', answer)
    lateness.add('leaving', Date.parse(answer.since) - arrivesAt - (patience ?? 0))
  } catch (error) {
    // Somebody who is none of our agents has called them: they stay.
    if (!(error instanceof ApiError) || error.problem === null) throw error
  }
}
