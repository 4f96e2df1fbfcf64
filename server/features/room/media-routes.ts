// Images and muted videos of an office: uploaded, ordered, and played by its boards. The same file
// twice is one.
import type { Medium } from '../../domain/room.ts'
import { route, type Call, type Route } from '../../http/route.ts'
import type { OfficeState } from '../../domain/state.ts'
import { AppError } from '../../errors.ts'
import * as wire from '../../protocol/room-contract.ts'
import type { Commands } from '../commands.ts'
import { about, OF_OFFICE } from './board-routes.ts'
import { IMAGES, KEPT_MOST, SHOWN, VIDEOS } from './file-address.ts'
import type { RoomFiles } from './room-files.ts'
import { mediumInfo } from './room-rows.ts'

const KINDS = { ...IMAGES, ...VIDEOS }
/** How long a new image is shown, seconds. */
const SECONDS = 12

export function mediaRoutes(commands: Commands, files: RoomFiles): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/media',
      summary: 'Images and videos of the office, in the order in which its boards play them.',
      permission: 'see-board',
      body: null,
      answers: { 200: wire.MediaAnswer },
      problems: OF_OFFICE,
      async handle({ params, party }) {
        const office = await commands.enter(party, params.office ?? '')
        return { status: 200, body: { ...about(office), media: mediaOf(office.state) } }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/media',
      summary: 'Upload an image or a video: the file is the body. It plays last.',
      permission: 'manage-room',
      body: null,
      query: wire.NewMedium,
      upload: Object.keys(KINDS),
      answers: { 201: wire.MediumAnswer },
      problems: [
        ...OF_OFFICE,
        ...(['file-type-refused', 'file-too-large', 'file-broken', 'files-full'] as const),
        'room-full',
      ],
      async handle({ params, party, query, request }) {
        const { state } = await commands.enter(party, params.office ?? '')
        const kept = await files.keep(state.office, request, KINDS, bytesLeft(state))
        const { hash, type, bytes } = kept
        const id = hash.slice(0, SHOWN)
        const seconds = type in IMAGES ? SECONDS : null
        const medium = { id, name: query.name ?? '', type, bytes, hash, seconds, alt: null }
        const known = state.room.media.find((each) => each.id === id)
        if (known)
          return { status: 201, body: { ...about({ state }), medium: shown(state, known) } }
        const command = { do: 'put-medium', medium, isNew: true } as const
        const { office } = await commands.ask({ party, key: null }, state.office, command)
        return { status: 201, body: { ...about(office), medium: shown(office.state, medium) } }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/media/{medium}',
      summary: 'Name an image or video, say how long it is shown, and what it says.',
      permission: 'manage-room',
      body: wire.PutMedium,
      answers: { 200: wire.MediumAnswer },
      problems: [...OF_OFFICE, 'medium-unknown', 'key-reused'],
      async handle(call) {
        const { state } = await commands.enter(call.party, call.params.office ?? '')
        const known = mediumIn(state, call)
        const { name, alt, seconds = known.seconds } = call.body
        const medium = { ...known, name, alt, seconds: known.seconds === null ? null : seconds }
        const command = { do: 'put-medium', medium, isNew: false } as const
        const { office } = await commands.ask(call, state.office, command)
        return { status: 200, body: { ...about(office), medium: shown(office.state, medium) } }
      },
    }),
    route({
      method: 'delete',
      path: '/offices/{office}/media/{medium}',
      summary: 'Take an image or video away, from every board and from the disk.',
      permission: 'manage-room',
      body: null,
      answers: { 204: null },
      problems: [...OF_OFFICE, 'medium-unknown', 'key-reused'],
      async handle(call) {
        const { office: code = '', medium = '' } = call.params
        const { state } = await commands.enter(call.party, code)
        const known = state.room.media.find(({ id }) => id === medium)
        const { office } = await commands.ask(call, code, { do: 'remove-medium', medium })
        const isGone = !office.state.room.media.some(({ id }) => id === medium)
        if (known && isGone) await files.remove(code, known)
        return { status: 204 }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/playlist',
      summary: 'The order in which boards play: each image and video once.',
      permission: 'manage-room',
      body: wire.OrderPlaylist,
      answers: { 200: wire.MediaAnswer },
      problems: [...OF_OFFICE, 'playlist-incomplete', 'key-reused'],
      async handle(call) {
        const command = { do: 'order-playlist', media: call.body.media } as const
        const { office } = await commands.ask(call, call.params.office ?? '', command)
        return { status: 200, body: { ...about(office), media: mediaOf(office.state) } }
      },
    }),
  ]
}

const shown = (state: OfficeState, medium: Medium) => mediumInfo(state.office, medium)
const mediaOf = (state: OfficeState) => state.room.media.map((medium) => shown(state, medium))

function mediumIn(state: OfficeState, { params }: Pick<Call<unknown>, 'params'>): Medium {
  const known = state.room.media.find(({ id }) => id === params.medium)
  if (!known) throw new AppError('medium-unknown')
  return known
}

/** How many bytes more the office may keep. */
export function bytesLeft({ room }: OfficeState): number {
  const all = [...room.media, ...room.recordings, ...room.packs]
  const kept = all.reduce((sum, { bytes }) => sum + bytes, 0)
  return KEPT_MOST - kept
}
