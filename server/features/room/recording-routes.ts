// Words in the office's own voice, in the place of what a voice pack or the machine says.
import type { Recording } from '../../domain/room.ts'
import { LANGUAGES, type Language } from '../../domain/settings.ts'
import { AppError } from '../../errors.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import * as wire from '../../protocol/room-contract.ts'
import type { Commands } from '../commands.ts'
import { about, OF_OFFICE } from './board-routes.ts'
import { RECORDINGS } from './file-address.ts'
import { bytesLeft } from './media-routes.ts'
import type { RoomFiles } from './room-files.ts'
import { recordingInfo } from './room-rows.ts'

export function recordingRoutes(commands: Commands, files: RoomFiles): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/recordings',
      summary: 'What the office has recorded for its boards to say.',
      permission: 'see-board',
      body: null,
      answers: { 200: wire.RecordingsAnswer },
      problems: OF_OFFICE,
      async handle({ params, party }) {
        const office = await commands.enter(party, params.office ?? '')
        const { room, office: code } = office.state
        const recordings = room.recordings.map((each) => recordingInfo(code, each))
        return { status: 200, body: { ...about(office), recordings } }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/recordings/{language}/{word}',
      summary:
        'Upload how a word is said: a letter, a digit, `counter`, or `counter-` and its code.',
      permission: 'manage-room',
      body: null,
      upload: Object.keys(RECORDINGS),
      answers: { 200: wire.RecordingAnswer },
      problems: [
        ...OF_OFFICE,
        ...(['file-type-refused', 'file-too-large', 'file-broken', 'files-full'] as const),
        ...(['recording-unknown', 'room-full'] as const),
      ],
      async handle({ params, party, request }) {
        const { state } = await commands.enter(party, params.office ?? '')
        const said = wordIn(params)
        const before = find(state.room.recordings, said)
        const kept = await files.keep(state.office, request, RECORDINGS, bytesLeft(state))
        const recording = { ...said, ...kept }
        const command = { do: 'put-recording', recording } as const
        const { office } = await commands.ask({ party, key: null }, state.office, command)
        const { recordings } = office.state.room
        if (before && !recordings.some(({ hash }) => hash === before.hash)) {
          await files.remove(state.office, before)
        }
        const body = { ...about(office), recording: recordingInfo(state.office, recording) }
        return { status: 200, body }
      },
    }),
    route({
      method: 'delete',
      path: '/offices/{office}/recordings/{language}/{word}',
      summary: 'Forget a recording: the voice pack or the machine says the word again.',
      permission: 'manage-room',
      body: null,
      answers: { 204: null },
      problems: [...OF_OFFICE, 'recording-unknown', 'key-reused'],
      async handle(call) {
        const { office: code = '' } = call.params
        const { state } = await commands.enter(call.party, code)
        const said = wordIn(call.params)
        const known = find(state.room.recordings, said)
        const { office } = await commands.ask(call, code, { do: 'remove-recording', ...said })
        const isUsed = office.state.room.recordings.some(({ hash }) => hash === known?.hash)
        if (known && !isUsed) await files.remove(code, known)
        return { status: 204 }
      },
    }),
  ]
}

type Said = Pick<Recording, 'language' | 'word'>

function find(recordings: readonly Recording[], { language, word }: Said): Recording | undefined {
  return recordings.find((each) => each.language === language && each.word === word)
}

/** The language and the word of the address. Throws `recording-unknown` where nobody says that. */
function wordIn({ language = '', word = '' }: Call<unknown>['params']): Said {
  const spoken = LANGUAGES.find((each: Language) => each === language)
  if (!spoken || !wire.SPOKEN_WORD.test(word)) throw new AppError('recording-unknown')
  return { language: spoken, word }
}
