// A kiosk that was cut off: which series it numbers from meanwhile, and the tickets it then gave.
import { officeDay } from '../../domain/office-time.ts'
import type { Party } from '../../domain/permissions.ts'
import type { OfficeState } from '../../domain/state.ts'
import { AppError } from '../../errors.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import { NewOfflineTicket, OfflineStore } from '../../protocol/requests.ts'
import { OfflineJoined, OfflineSeriesAnswer } from '../../protocol/views.ts'
import type { Commands, Happened } from '../commands.ts'
import { askedFor, detailsOf, refuseForDevices, whoIsHere } from './check-in-routes.ts'
import type { OfflineSeries } from './offline-series.ts'

export function offlineRoutes(commands: Commands, series: OfflineSeries): Route[] {
  return [
    route({
      method: 'post',
      path: '/offices/{office}/offline-series',
      summary: 'The series from which this kiosk numbers while it is cut off; for kiosks only.',
      permission: 'add-visit',
      body: OfflineStore,
      answers: { 200: OfflineSeriesAnswer },
      problems: ['office-unknown', 'not-your-office', 'database-busy'],
      async handle({ params, party, body }) {
        const { state } = await commands.enter(party, params.office ?? '')
        return {
          status: 200,
          body: { series: await series.of(state.office, kioskOf(party), body.store) },
        }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/offline-tickets',
      summary:
        'A ticket that this kiosk gave while it was cut off joins the line where it belongs.',
      permission: 'add-visit',
      body: NewOfflineTicket,
      answers: { 201: OfflineJoined },
      problems: [
        'office-unknown',
        'not-your-office',
        'office-not-configured',
        'service-unknown',
        'database-busy',
      ],
      async handle(call) {
        const { state } = await commands.enter(call.party, call.params.office ?? '')
        kioskOf(call.party)
        if (!(await series.isFor(state.office, call.body.store, call.body.series))) {
          throw new AppError('not-allowed', { detail: 'Another kiosk has this series' })
        }
        refuseForDevices(call.body, state.settings?.asks)
        const was = await ofEarlierDay(series, state, call.body)
        if (was) return joined(state.office, was, state.seq)
        const { visit, seq } = await join(commands, state.office, call)
        return joined(state.office, visit ?? '', seq)
      },
    }),
  ]
}

function joined(office: string, visit: string, version: number) {
  return { status: 201, body: { visit, office, version } satisfies OfflineJoined } as const
}

/** The visit of a ticket that joined on a day which the office, and the memory of keys, let go of. */
async function ofEarlierDay(
  series: OfflineSeries,
  { office, settings, series: { day: today } }: OfficeState,
  body: NewOfflineTicket,
): Promise<string | null> {
  if (!settings) return null
  const day = officeDay(Date.parse(body.arrivedAt), settings.timeZone)
  if (day === today) return null
  return series.visitWith(office, { day, prefix: body.series, value: body.number })
}

/**
 * Under the key of the request that the kiosk had sent when it was cut off, if it had: that request,
 * should it still be on its way, then comes too late. Had it been in time, the ticket takes the place
 * of the visit that it made. A ticket is the same whenever it is sent again: its number tells.
 */
async function join(
  commands: Commands,
  office: string,
  call: Call<NewOfflineTicket> & { party: Party },
): Promise<Happened> {
  const { key, party, body } = call
  if (!key) {
    const fields = [{ path: 'Idempotency-Key', message: 'needed: of the ticket' }]
    throw new AppError('invalid-input', { fields })
  }
  const bodyHash = `offline ${body.series}-${body.number}`
  const language = body.language ?? 'en'
  const command = {
    do: 'join-offline-ticket',
    visit: commands.newId(),
    number: { prefix: body.series, value: body.number },
    requests: askedFor(body.requests),
    language,
    details: detailsOf(body),
    arrivedAt: Date.parse(body.arrivedAt),
  } as const
  const { settings } = (await commands.enter(party, office)).state
  const person = whoIsHere(settings, body, language)
  const first = { party, key: { value: key.value, bodyHash } }
  try {
    return await commands.ask(first, office, command, person)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'key-reused') throw error
  }
  const instead = await commands.visitUnder(party, key.value)
  // It is being made at this very moment: the kiosk asks again.
  if (instead === null) throw new AppError('database-busy')
  const second = { party, key: { value: `${key.value} offline`.slice(-200), bodyHash } }
  return commands.ask(second, office, { ...command, instead }, person)
}

/** Devices that give numbers; staff write them down from paper. */
function kioskOf(party: Party): string {
  if (party.kind === 'device') return party.id
  throw new AppError('not-allowed', { detail: 'Only kiosks have numbers of their own' })
}
