// Who works where: the agents of a seeded office with their sessions, and the tokens of its kiosk
// and its board. Asked for once, then used by every run on a copy of the same database.
import type { KioskView } from '../../server/protocol/views.ts'
import type { Seat } from './systems.ts'

const PASSWORD = 'guichet'

/** Seats of the floor, where nobody signs in. */
export function floorSeats(offices: number, agents: number): Seat[] {
  return Array.from({ length: offices }, (_, office) =>
    Array.from({ length: agents }, (_, agent) => ({
      office: `office-${office + 1}`,
      agent: `agent-${agent + 1}`,
      counter: String(agent + 1),
      token: '',
      kiosk: '',
      board: '',
      service: '',
    })),
  ).flat()
}

/** Signs in `agents` agents in each of `offices` offices of a running server. */
export async function ourSeats(url: string, offices: number, agents: number): Promise<Seat[]> {
  const administrator = await signIn(url, 'administrator')
  const seats: Seat[] = []
  for (const { code: office } of administrator.offices.slice(0, offices)) {
    const kiosk = await enrol(url, administrator.token, office, 'kiosk')
    const board = await enrol(url, administrator.token, office, 'display')
    const service = await firstService(url, office, kiosk)
    for (let number = 1; number <= agents; number += 1) {
      const agent = `agent${number === 1 ? '' : number}.${office}`
      const { token } = await signIn(url, agent)
      seats.push({ office, agent, counter: String(number), token, kiosk, board, service })
    }
  }
  if (seats.length !== offices * agents) throw new Error(`${seats.length} seats are too few`)
  return seats
}

/** What is asked for at the kiosk: the first service it offers. */
async function firstService(url: string, office: string, kiosk: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/offices/${office}/kiosk`, {
    headers: { authorization: `Bearer ${kiosk}` },
  })
  const { rows } = (await response.json()) as KioskView
  const service = rows.find((row) => row.kind === 'office')?.services[0]
  if (!service) throw new Error(`${office} offers nothing`)
  return service.code
}

async function signIn(url: string, username: string) {
  const answer = await post(`${url}/api/v1/sign-in`, { username, password: PASSWORD })
  const { token, me } = answer as { token: string; me: { offices: { code: string }[] } }
  return { token, offices: me.offices }
}

async function enrol(url: string, token: string, office: string, kind: 'kiosk' | 'display') {
  const body = { kind, name: `bench ${kind}` }
  const answer = await post(`${url}/api/v1/offices/${office}/devices`, body, token)
  return (answer as { token: string }).token
}

async function post(address: string, body: unknown, token?: string): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`)
  return response.json()
}
