// What the simulator asks as an administrator: tokens for its devices, and the settings of the
// office that stands for a log's call centre.
import type { Api } from '../../protocol/api.ts'
import { ORDINARY, type OfficeSettings, type Words } from '../../domain/settings.ts'
import { USUAL_POLICY } from '../../domain/settings-upcast.ts'
import { CALL_TYPES, type CallType } from './call-log.ts'
import { SERVICE_OF } from './log-day.ts'

/** A high-priority caller of the log starts with a minute and a half of waiting credited. */
const CREDIT_MINUTES = 1.5

export interface Administrator {
  api: Api
  url: string
  token(): string
}

export async function enrol(
  { url, token }: Administrator,
  office: string,
  kind: 'kiosk' | 'display',
  name: string,
): Promise<string> {
  const path = `/api/v1/offices/${office}/devices`
  const answer = await send(url, token(), 'POST', path, { kind, name })
  return (answer as { token: string }).token
}

export async function configure(
  { url, token }: Administrator,
  office: string,
  settings: OfficeSettings,
): Promise<void> {
  await send(url, token(), 'PUT', `/api/v1/offices/${office}/settings`, settings)
}

async function send(
  url: string,
  token: string,
  method: string,
  path: string,
  body: unknown,
): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

const NAMES: Record<CallType, Words> = {
  PS: { en: 'Regular service', fr: 'Service ordinaire' },
  PE: { en: 'Regular service in English', fr: 'Service ordinaire en anglais' },
  NE: { en: 'Stock exchange', fr: 'Bourse' },
  NW: { en: 'General enquiries', fr: 'Renseignements généraux' },
  IN: { en: 'Internet support', fr: 'Aide Internet' },
  TT: { en: 'Call-back', fr: 'Rappel' },
}

/** An office as the log's call centre: its six services, a counter for each server, its zone. */
export function callCentre(counters: number, timeZone: string): OfficeSettings {
  const name = { en: 'Call log', fr: 'Registre des appels' }
  return {
    name,
    sign: 'LOG',
    timeZone,
    reception: true,
    programmes: [{ code: 'log', name }],
    categories: [{ code: 'log', name }],
    services: CALL_TYPES.map((type) => ({
      code: SERVICE_OF[type],
      name: NAMES[type],
      category: 'log',
      programme: 'log',
      prefix: type,
    })),
    counters: Array.from({ length: counters }, (_, index) => ({
      code: String(index + 1),
      name: { en: `Counter ${index + 1}`, fr: `Guichet ${index + 1}` },
    })),
    // The log's day runs past midnight where it has to: nobody is closed by the night.
    counterKinds: [],
    outcomes: [],
    reasons: { hold: [], away: [], reorder: [], correction: [] },
    policy: {
      ...USUAL_POLICY,
      classes: USUAL_POLICY.classes.map((each) =>
        each.code === ORDINARY ? each : { ...each, creditMinutes: CREDIT_MINUTES },
      ),
      nightCloseMinute: null,
    },
  }
}
