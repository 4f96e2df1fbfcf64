// An office as full as a desk must bear: a counter for each of its agents, all of them there, and
// many people waiting.
import { createApi } from '../../server/protocol/api.ts'
import { ours, type Hands, type Seat } from './systems.ts'

/** What is used of an office's settings here. */
interface OfficeSettings {
  counters: { code: string; name: { en: string; fr: string } }[]
}

/** Seats everybody and fills the queue. Answers the hands of all but the first agent. */
export async function fillOffice(url: string, seats: Seat[], waiting: number): Promise<Hands[]> {
  const [first] = seats
  if (!first) throw new Error('nobody is there')
  await addCounters(url, first.office, seats.length)
  for (const { office, counter, token } of seats) {
    await createApi({ base: url, token: () => token }).takeCounter(office, { counter })
  }
  const hands = seats.map((seat) => ours(url).hands(seat))
  for (let person = 0; person < waiting; person += 1) await hands[0]?.issue()
  return hands.slice(1)
}

/** Counters numbered from 1 to `count`, those the office has among them. */
async function addCounters(url: string, office: string, count: number): Promise<void> {
  const { token } = await createApi({ base: url }).signIn({
    username: 'administrator',
    password: 'guichet',
  })
  const address = `${url}/api/v1/offices/${office}/settings`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const settings = (await (await fetch(address, { headers })).json()) as OfficeSettings
  const there = new Set(settings.counters.map(({ code }) => code))
  const added = Array.from({ length: count }, (_, index) => String(index + 1))
    .filter((code) => !there.has(code))
    .map((code) => ({ code, name: { en: `Counter ${code}`, fr: `Guichet ${code}` } }))
  const body = JSON.stringify({ ...settings, counters: [...settings.counters, ...added] })
  const answer = await fetch(address, { method: 'PUT', headers, body })
  if (!answer.ok) throw new Error(`no more counters: ${await answer.text()}`)
}
