// Any command about a waiting room, of things that may be there or not.
import fc from 'fast-check'
import type { Command } from '../../../server/domain/commands.ts'
import { USUAL_BOARD } from '../../../server/domain/room.ts'

const id = fc.constantFrom('x', 'y', 'z')
const isNew = fc.boolean()
const board = fc
  .record({ code: id, playlist: fc.option(fc.uniqueArray(id)), last: fc.nat({ max: 12 }) })
  .map((some) => ({ ...USUAL_BOARD, ...some }))
const words = fc.constant({ en: 'Closed', fr: 'Fermé' })
const notice = fc.record({
  ...{ id, words, isUrgent: fc.boolean() },
  ...{ from: fc.constant(null), until: fc.constant(null), hours: fc.constant(null) },
  ...{ days: fc.constant([]), boards: fc.constant(null) },
})
const file = { type: fc.constant('image/png'), bytes: fc.nat(), hash: fc.constantFrom('a', 'b') }
const medium = fc.record({
  ...{ id, name: id, ...file },
  ...{ seconds: fc.constantFrom(null, 12), alt: fc.constant(null) },
})
const language = fc.constantFrom('en' as const, 'fr' as const)

export const anyRoomCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('put-board' as const), board }),
  fc.record({ do: fc.constant('remove-board' as const), board: id }),
  fc.record({ do: fc.constant('put-notice' as const), notice, isNew }),
  fc.record({ do: fc.constant('remove-notice' as const), notice: id }),
  fc.record({ do: fc.constant('put-medium' as const), medium, isNew }),
  fc.record({ do: fc.constant('remove-medium' as const), medium: id }),
  fc.record({ do: fc.constant('order-playlist' as const), media: fc.uniqueArray(id) }),
  fc.record({
    do: fc.constant('put-recording' as const),
    recording: fc.record({ language, word: id, ...file }),
  }),
  fc.record({ do: fc.constant('remove-recording' as const), language, word: id }),
  fc.record({
    do: fc.constant('put-voice-packs' as const),
    packs: fc.array(fc.record({ language, id, name: id, bytes: fc.nat() }), { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('remove-voice-pack' as const), language }),
)
