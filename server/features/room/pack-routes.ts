// Voice packs of an office: uploaded as one archive, in the place of what the server has in that language.
import { LANGUAGES, type Language } from '../../domain/settings.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import * as wire from '../../protocol/room-contract.ts'
import type { Commands } from '../commands.ts'
import { about, OF_OFFICE } from './board-routes.ts'
import { ARCHIVES, KEPT_MOST } from './file-address.ts'
import { bytesLeft } from './media-routes.ts'
import { bytesOf, type OfficePacks } from './office-packs.ts'
import type { RoomFiles } from './room-files.ts'
import { unpack } from './uploaded-pack.ts'

export function packRoutes(commands: Commands, files: RoomFiles, packs: OfficePacks): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/voice-packs',
      summary: 'The voice packs that the office has uploaded, and what they cannot say.',
      permission: 'see-board',
      body: null,
      answers: { 200: wire.VoicePacksAnswer },
      problems: OF_OFFICE,
      async handle({ params, party }) {
        const office = await commands.enter(party, params.office ?? '')
        return { status: 200, body: { ...about(office), packs: packs.infoOf(office.state) } }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/voice-packs',
      summary:
        'Upload a voice pack, which takes the place of the one before in each language that it has: ' +
        'the body is a zip or tar.gz in the layout of Asterisk’s sounds.',
      permission: 'manage-room',
      body: null,
      query: wire.NewVoicePack,
      upload: Object.keys(ARCHIVES),
      answers: { 201: wire.VoicePackAdded },
      problems: [
        ...OF_OFFICE,
        ...(['file-type-refused', 'file-too-large', 'file-broken', 'files-full'] as const),
        ...(['archive-too-large', 'archive-unsafe', 'no-voice-pack'] as const),
      ],
      async handle({ params, party, query, request }) {
        const { state } = await commands.enter(party, params.office ?? '')
        const found = await files.receive(
          ...([state.office, request, ARCHIVES, KEPT_MOST] as const),
          (path, { type }) => unpack(path, type, languageIn(query.language)),
        )
        const bytes = found.packs.reduce((sum, { sounds }) => sum + bytesOf(sounds), 0)
        if (bytes > bytesLeft(state)) throw new AppError('files-full')
        const kept = await packs.keep(state.office, found.packs, () => commands.newId())
        const command = { do: 'put-voice-packs', packs: kept } as const
        const { office } = await commands
          .ask({ party, key: null }, state.office, command)
          .catch(async (error: unknown) => {
            await packs.remove(state.office, kept)
            throw error
          })
        await packs.tidy(state, office.state)
        const added = kept.map(({ language }) => language)
        const body = { packs: packs.infoOf(office.state), added, ignored: found.ignored }
        return { status: 201, body: { ...about(office), ...body } }
      },
    }),
    route({
      method: 'delete',
      path: '/offices/{office}/voice-packs/{language}',
      summary: 'Take the office’s voice pack away: what the server has speaks again.',
      permission: 'manage-room',
      body: null,
      answers: { 204: null },
      problems: [...OF_OFFICE, 'voice-pack-unknown', 'key-reused'],
      async handle(call) {
        const { state } = await commands.enter(call.party, call.params.office ?? '')
        const language = languageIn(call.params.language)
        if (!language) throw new AppError('voice-pack-unknown')
        const command = { do: 'remove-voice-pack', language } as const
        const { office } = await commands.ask(call, state.office, command)
        await packs.tidy(state, office.state)
        return { status: 204 }
      },
    }),
  ]
}

function languageIn(said = ''): Language | null {
  return LANGUAGES.find((each: Language) => each === said) ?? null
}
