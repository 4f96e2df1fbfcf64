// The waiting room of the samples: its two boards, what they announce and play, and its signs.
import { USUAL_BOARD, type Board } from '../domain/room.ts'
import type { VoiceManifest } from './room-contract.ts'
import { COUNTERS, VISITS, WAITING } from './sample-house.ts'
import { AT, OFFICE, ago, summary } from './sample-office.ts'
import type {
  BoardCounter,
  BoardService,
  BoardSettingsRow,
  BoardView,
  BoardVisit,
  IntakeRow,
  SignRow,
  SignView,
} from './views.ts'

const MAIN: Board = {
  ...USUAL_BOARD,
  name: { en: 'Main hall', fr: 'Salle principale' },
  layout: 'waiting',
  shows: { next: 4, waiting: true, counters: true, joinCode: true },
  quietHours: [{ from: 0, to: 480 }],
}
const MEDIA: Board = {
  ...USUAL_BOARD,
  code: 'entrance',
  name: { en: 'Entrance', fr: 'Entrée' },
  layout: 'media',
  calledBy: 'name',
  counters: ['1', '2', '3'],
  last: 3,
}

function boardRow({ services, counters, playlist, ...board }: Board): BoardSettingsRow {
  return {
    ...board,
    id: `board:${board.code}`,
    kind: 'board',
    services: services && [...services],
    counters: counters && [...counters],
    playlist: playlist && [...playlist],
    voice: { ...board.voice, languages: [...board.voice.languages] },
    quietHours: [...board.quietHours],
    devices: [...board.devices],
  }
}

const INTAKE: IntakeRow = {
  id: 'intake',
  kind: 'intake',
  isOpen: true,
  why: null,
  reason: null,
  words: null,
  changesAt: ago(-318),
  shut: [],
}

function call(
  id: number,
  ticket: string,
  to: string,
  calledAgo: number,
  rest: Partial<BoardVisit> = {},
): BoardVisit {
  return {
    id: `visit-${ticket.toLowerCase()}`,
    state: 'serving',
    kind: 'visit',
    ticket,
    counter: to,
    service: VISITS.find((each) => each.ticket === ticket)?.service ?? 'licence-renewal',
    language: 'en',
    call: id,
    times: 1,
    calledAt: ago(calledAgo),
    ...rest,
  }
}

const services: BoardService[] = OFFICE.services.map(({ code }) => ({
  id: `service:${code}`,
  kind: 'service',
  code,
  waiting: VISITS.filter((each) => each.state === 'waiting' && each.service === code).length,
}))

/** As the desk of the samples has them. */
const stateOf = (code: string): BoardCounter['is'] => {
  const there = COUNTERS.find((each) => each.code === code)?.availability
  if (there == null) return 'closed'
  return there === 'break' ? 'break' : 'open'
}
const counters: BoardCounter[] = OFFICE.counters.map(({ code }) => ({
  id: `counter:${code}`,
  kind: 'counter',
  code,
  is: stateOf(code),
  ...(stateOf(code) === 'break' ? { backAt: ago(-20) } : {}),
}))

export const SAMPLE_BOARD: BoardView = {
  office: 'victoria',
  version: 418,
  at: AT,
  rows: [
    OFFICE,
    summary(WAITING),
    INTAKE,
    boardRow(MAIN),
    boardRow(MEDIA),
    {
      id: 'notices',
      kind: 'notices',
      notices: [
        {
          id: 'notice-1',
          words: {
            en: 'The office closes at 16:00 on December 24.',
            fr: 'Le bureau ferme à 16 h le 24 décembre.',
          },
          isUrgent: false,
          from: ago(1_440),
          until: ago(-44_640),
          days: [],
          hours: null,
          boards: null,
        },
      ],
    },
    {
      id: 'playlist',
      kind: 'playlist',
      media: [
        {
          id: 'medium-1',
          type: 'image/png',
          path: '/media/victoria/medium-1-0f3a9c7be21d4685.png',
          seconds: 12,
          alt: {
            en: 'Renew your licence up to six months early.',
            fr: 'Renouvelez votre permis jusqu’à six mois à l’avance.',
          },
        },
      ],
    },
    { id: 'voice', kind: 'voice', revision: '5f2c8a1e' },
    ...services,
    ...counters,
    { id: 'next:main', kind: 'next', board: 'main', tickets: ['D004', 'A016', 'C010', 'A017'] },
    call(61, 'D003', '5', 0, { state: 'called' }),
    call(60, 'A015', '3', 1, { state: 'called', times: 2, name: 'Maya T.' }),
    call(58, 'B006', '2', 4, { language: 'fr' }),
    call(57, 'A014', '1', 12),
    call(56, 'D002', '5', 16, { state: 'served', service: 'notary' }),
  ],
}

function sign(code: string, rest: Partial<SignRow>): SignRow {
  const name = OFFICE.counters.find((each) => each.code === code)?.name ?? { en: code, fr: code }
  return { id: `counter:${code}`, kind: 'sign', code, name, is: 'closed', ...rest }
}

const { id, kind, code, name, timeZone, reception } = OFFICE
export const SAMPLE_SIGN: SignView = {
  office: 'victoria',
  version: 418,
  at: AT,
  rows: [
    { id, kind, code, name, timeZone, reception },
    INTAKE,
    sign('1', { is: 'serving', ticket: 'A014', language: 'en', call: 57, times: 1 }),
    sign('2', { is: 'serving', ticket: 'B006', language: 'fr', call: 58, times: 1 }),
    sign('3', { is: 'called', ticket: 'A015', language: 'en', call: 60, times: 2 }),
    sign('4', { is: 'break', backAt: ago(-20) }),
    sign('5', { is: 'next' }),
    sign('6', {}),
  ],
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
const soundsOf = (language: string, words: readonly string[]) =>
  Object.fromEntries(words.map((word) => [word, [`/voice/victoria/${language}-${word}.wav`]]))

/** English is whole; in French nothing says what counter 6 is called. */
export const SAMPLE_VOICE: VoiceManifest = {
  office: 'victoria',
  languages: [
    {
      language: 'en',
      pack: 'en_US_f_Allison',
      sounds: soundsOf('en', [
        ...LETTERS,
        'counter',
        ...OFFICE.counters.map((each) => `counter-${each.code}`),
      ]),
      own: ['counter'],
      made: [],
      missing: [],
    },
    {
      language: 'fr',
      pack: 'fr_CA_f_June',
      sounds: soundsOf('fr', [...LETTERS, 'counter', 'counter-1', 'counter-2', 'counter-3']),
      own: [],
      made: ['counter'],
      missing: ['counter-4', 'counter-5', 'counter-6'],
    },
  ],
}
